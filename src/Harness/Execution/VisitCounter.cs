using Harness.Loading;

namespace Harness.Execution;

/// <summary>
/// Counts how often each instruction was about to execute: outside delivered interrupts, and inside the current one.
/// The numbers name a point so that a replay finds it again.
/// </summary>
internal sealed class VisitCounter(TextRange kernel, TextRange user)
{
    private readonly Count[] _kernelCounts = new Count[kernel.Size];
    private readonly Count[] _userCounts = new Count[user.Size];
    private int _interrupt;

    private struct Count
    {
        public int Outside;
        public int Inside;
        public int Interrupt;
    }

    /// <summary>A delivered interrupt begins: its instructions are counted anew.</summary>
    public void BeginInterrupt() => _interrupt++;

    /// <summary>Counts one more and returns how many there are now. Not inside an interrupt.</summary>
    public int CountOutside(ulong rip) => ++At(rip).Outside;

    /// <summary>Counts one more and returns how many there are now in the current interrupt.</summary>
    public int CountInside(ulong rip)
    {
        ref var count = ref At(rip);
        if (count.Interrupt != _interrupt)
        {
            count.Interrupt = _interrupt;
            count.Inside = 0;
        }

        return ++count.Inside;
    }

    /// <summary>Takes back a count: the instruction does not execute now and will be counted again.</summary>
    public void Uncount(ulong rip) => At(rip).Outside--;

    private ref Count At(ulong rip)
    {
        var offset = unchecked(rip - kernel.Begin);
        if (offset < (ulong)_kernelCounts.Length)
            return ref _kernelCounts[offset];
        return ref _userCounts[rip - user.Begin];
    }
}
