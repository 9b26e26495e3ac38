namespace Harness.Tests.Kit;

/// <summary>Tests that read what the program writes to the console run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleTests
{
    public const string Name = "console";
}
