using System.Runtime.CompilerServices;
using Emulator;
using Harness.Execution;
using Harness.Loading;
using Undwarf;
using Unwinder;
using Unwinder.Lookup;
using Unwinder.Stacks;

namespace Harness.Verification.Chains;

/// <summary>
/// The common case of <see cref="MemoizedWalk"/> in a few loads and comparisons: nobody called or returned since the last
/// point, and no word has changed that an outer frame depends on, so that the chain is right if the innermost frame's row
/// leads to the same caller again. Says yes only where the walk would; whatever is unusual is left to it.
/// </summary>
internal sealed class SteadyChain(
    CpuState cpu, DirectMap lookup, GuestStackMemory memory, ShadowStack shadow, RowCoverage coverage, ChainMemo memo)
{
    private const ulong WordSize = 8;
    private const long Never = -1;

    private readonly InterruptedStep _interrupted = new(cpu, memory);
    private long _version = Never;
    private bool _isInterrupted;
    private ulong _stackBegin;
    private ulong _stackSize;
    private ulong _ip;
    private ulong _sp;
    private ulong _bp;

    /// <summary>Callers that the chain has.</summary>
    public int Frames { get; private set; }

    /// <summary>The stack pointer at the last point.</summary>
    public ulong LastSp { get; private set; }

    /// <summary>Is the chain from these registers certainly right?</summary>
    /// <param name="rip">The instruction.</param>
    /// <param name="sp">rsp.</param>
    /// <param name="bp">rbp.</param>
    /// <param name="change">What can have been written since the last call, of this or of <see cref="Settle"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(ulong rip, ulong sp, ulong bp, MemoryChange change)
    {
        if (_version != shadow.Version || (change != MemoryChange.None && !LeavesOuterFrames(change)))
            return false;
        if (!LeadsToCaller(rip, sp, bp))
            return false;
        LastSp = sp;
        return true;
    }

    /// <summary>The walk found the chain to be right.</summary>
    /// <param name="start">Where it started.</param>
    /// <param name="frames">Callers in all.</param>
    public void Settle(in StartRegisters start, int frames)
    {
        Unsettle(start.Sp);
        if (shadow.Depth == 0 || lookup.IndexOf(start.Ip) is not (>= 0 and var row) || !memory.TryFindStack(start.Sp, out var stack))
            return;

        ref readonly var caller = ref shadow.Top;
        Frames = frames;
        (_stackBegin, _stackSize) = (stack.Begin, unchecked(stack.End - stack.Begin));
        (_ip, _sp, _bp, _isInterrupted) = (caller.Ip, caller.Sp, caller.Bp, caller.IsInterrupted);

        // If the walk came to the caller by such a step, any other such step comes there in the same way.
        if (_isInterrupted && (caller.IsIpEdited || !_interrupted.TryRemember(lookup[row], start.Sp, start.Bp, caller.Sp)))
            return;
        if (LeadsToCaller(start.Ip, start.Sp, start.Bp))
            _version = shadow.Version;
    }

    /// <summary>The walk found something else.</summary>
    public void Unsettle(ulong sp) => (_version, LastSp) = (Never, sp);

    /// <summary>A write below all words that outer frames depend on changes none of them; after others they are looked at.</summary>
    private bool LeavesOuterFrames(MemoryChange change) =>
        change.Leaves(LastSp, memo.LowestWord) || memo.IsUnchanged();

    private bool LeadsToCaller(ulong rip, ulong sp, ulong bp)
    {
        var row = lookup.IndexOf(rip);
        if (row < 0)
            return false;
        ref readonly var entry = ref lookup[row];
        if (!IsWordOnStack(sp) || !(_isInterrupted ? _interrupted.IsRepeatedBy(entry, sp, bp) : ReturnsToCaller(entry, sp, bp)))
            return false;
        coverage.MarkInterrupted(row);
        return true;
    }

    /// <summary>
    /// Does the row make an ordinary step, on the same stack, to the caller: ip, stack pointer, rbp and the place of the ip?
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReturnsToCaller(in UndwarfEntry entry, ulong sp, ulong bp)
    {
        var cfa = unchecked((ulong)entry.CfaOffset + (entry.CfaRegister == UndwarfRegister.Sp ? sp : bp));
        if (!IsPlain(entry) || cfa != _sp || cfa <= sp || !HoldsWord(cfa - WordSize, _ip))
            return false;
        return entry.BpRegister == UndwarfRegister.Undefined ? bp == _bp : HoldsWord(unchecked(cfa + (ulong)entry.BpOffset), _bp);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(in UndwarfEntry entry) =>
        entry.Type == FrameType.Cfa && entry.Flags == EntryFlags.None
        && entry.CfaRegister is UndwarfRegister.Sp or UndwarfRegister.Bp
        && entry.BpRegister is UndwarfRegister.Undefined or UndwarfRegister.Cfa;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsWordOnStack(ulong address) => unchecked(address - _stackBegin) <= _stackSize - WordSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HoldsWord(ulong address, ulong expected) =>
        IsWordOnStack(address) && memory.TryReadWord(address, out var value) && value == expected;
}
