using Harness.Loading;

namespace Harness.Execution;

/// <summary>
/// What a run keeps for every byte of code. Runs of the same image that come one after another can share it: of a kernel's
/// code it takes some hundred megabytes of address space, of which a run touches little.
/// </summary>
internal sealed class RunTables(Image image)
{
    /// <summary>What each instruction is.</summary>
    public CodeMap Code { get; } = new(image);

    /// <summary>Numbers of executions, by instruction.</summary>
    public VisitCounter Visits { get; } = new(image.KernelText, image.UserText);

    /// <summary>What was interrupted by what, in all runs that share it.</summary>
    public InterruptTally Tally { get; } = new(image.KernelText);
}
