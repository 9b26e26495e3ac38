using Harness.Loading;

namespace Harness.Execution;

/// <summary>What was interrupted by what: by kind of place, and where NMIs came.</summary>
internal sealed class InterruptTally(TextRange kernel)
{
    /// <summary>A key of the counts: causes below, then this, then the kind.</summary>
    private const ulong UserBit = 1UL << 32;
    private const int KindShift = 33;

    private readonly Dictionary<ulong, long> _counts = [];
    private readonly bool[] _nmis = new bool[kernel.Size];

    /// <summary>Numbers of interrupts by what was being handled, as <see cref="InterruptNest.Causes"/>, and whether user mode was interrupted.</summary>
    public IReadOnlyDictionary<(uint Causes, bool IsUser, InterruptKind Kind), long> Counts =>
        _counts.ToDictionary(pair => (unchecked((uint)pair.Key), (pair.Key & UserBit) != 0, (InterruptKind)(pair.Key >> KindShift)), pair => pair.Value);

    /// <summary>Counts one.</summary>
    public void Count(InterruptKind kind, uint causes, ulong rip)
    {
        var isKernel = kernel.Contains(rip);
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, (ulong)kind << KindShift | (isKernel ? 0 : UserBit) | causes, out _)++;
        if (isKernel && kind == InterruptKind.Nmi)
            _nmis[rip - kernel.Begin] = true;
    }

    /// <summary>Did an NMI come before this instruction?</summary>
    public bool HadNmi(ulong rip) => kernel.Contains(rip) && _nmis[rip - kernel.Begin];
}
