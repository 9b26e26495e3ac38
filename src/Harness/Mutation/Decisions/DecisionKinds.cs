namespace Harness.Mutation.Decisions;

/// <summary>The kinds of wrong decisions by the words of the command line and of reports.</summary>
internal static class DecisionKinds
{
    /// <summary>The unwinder has a fault of the past.</summary>
    public const string Unwinder = "unwinder-quirk";

    /// <summary>The generator has one.</summary>
    public const string Generator = "generator-quirk";

    /// <summary>The generator does not know what an instruction does to the stack.</summary>
    public const string Effect = "effect";

    /// <summary>The words.</summary>
    public static IReadOnlyList<string> Names { get; } = [Unwinder, Generator, Effect];
}
