using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Unwinder;
using Unwinder.Lookup;

namespace Harness.Verification.Chains;

/// <summary>
/// Unwinds from the machine's registers and compares every frame with the shadow stack: ip, stack pointer after the
/// return, rbp, the word that holds the ip, the registers behind an interrupt, and that the chain ends where it does.
/// </summary>
internal sealed class ChainVerifier
{
    private readonly CpuState _cpu;
    private readonly ShadowStack _shadow;
    private readonly Image _image;
    private readonly BlindSpots _blindSpots;
    private readonly UndwarfUnwinder<DirectMap, GuestStackMemory> _unwinder;
    private readonly FrameComparison<GuestStackMemory> _comparison;
    private readonly ChainWalk _walk;

    /// <summary>Makes a verifier for one run.</summary>
    /// <param name="context">The machine.</param>
    /// <param name="header">What the fixture allows.</param>
    /// <param name="shadow">The true callers.</param>
    /// <param name="coverage">Where the rows that are used get marked.</param>
    /// <param name="blindSpots">Where an unwind may stop.</param>
    /// <param name="memoize">Off: every frame's row is looked up and executed at every point.</param>
    public ChainVerifier(
        GuestContext context, FixtureHeader header, ShadowStack shadow, RowCoverage coverage, BlindSpots blindSpots, bool memoize = true)
    {
        _cpu = context.Machine.Cpu;
        _shadow = shadow;
        _image = context.Image;
        _blindSpots = blindSpots;
        Coverage = coverage;
        var memory = new GuestStackMemory(context.Stacks);
        _unwinder = new(_image.Lookup, memory);
        _comparison = new(memory, shadow, header, blindSpots);
        _walk = memoize
            ? new MemoizedWalk(_image.Lookup, memory, _comparison, recording => new(recording, shadow, header, blindSpots), shadow, coverage)
            : new FullWalk<GuestStackMemory>(_unwinder, _comparison, shadow, coverage);
    }

    /// <summary>Rows used so far.</summary>
    public RowCoverage Coverage { get; }

    /// <summary>Points compared to their end.</summary>
    public long Points { get; private set; }

    /// <summary>Frames compared at them.</summary>
    public long Frames { get; private set; }

    /// <summary>Points that ran into a declared blind spot.</summary>
    public long BlindPoints { get; private set; }

    /// <summary>True when the chain from the instruction at <paramref name="rip"/> is right.</summary>
    /// <param name="rip">The instruction about to execute.</param>
    /// <param name="change">What can have been written since the last point.</param>
    public bool Verify(ulong rip, MemoryChange change)
    {
        switch (_walk.Verify(StartAt(rip), change))
        {
            case ChainVerdict.Right:
                Points++;
                Frames += _walk.Frames;
                return true;
            case ChainVerdict.Blind:
                BlindPoints++;
                return true;
            default:
                return IsBlind(rip);
        }
    }

    /// <summary>The same unwind again, with everything that a person needs to see what is wrong.</summary>
    public UnwoundChain Explain(ulong rip)
    {
        var chain = new List<UnwoundFrame>();
        var outcome = _unwinder.Start(StartAt(rip), out var state);
        int? firstWrong = outcome == UnwindOutcome.Caller ? null : 0;
        var index = _shadow.Depth - 1;
        while (outcome == UnwindOutcome.Caller)
        {
            var frame = state;
            outcome = _unwinder.Next(ref state);
            chain.Add(new UnwoundFrame(frame, state.Row));
            var isRight = outcome == UnwindOutcome.Caller
                ? index >= 0 && _comparison.Agrees(state, _shadow.Frames[index], index)
                : _comparison.JudgeEnd(outcome, index, state) != ChainVerdict.Wrong;
            if (!isRight)
                firstWrong ??= chain.Count - 1;
            index--;
        }

        return new UnwoundChain(chain, outcome, state.FaultAddress, firstWrong ?? chain.Count - 1);
    }

    private StartRegisters StartAt(ulong rip) => new(
        rip, _cpu.Rsp, _cpu.Rbp,
        new ScratchRegisters(_cpu[Gpr.R10], _cpu[Gpr.R13], _cpu[Gpr.Rdi], _cpu[Gpr.Rdx]));

    /// <summary>The code that has not loaded a kernel stack yet, or no longer has one.</summary>
    private bool IsBlind(ulong rip)
    {
        var row = _image.Lookup.IndexOf(rip);
        if (row < 0 || !_image.Table[row].Entry.IsBlind || !_blindSpots.Allow(rip))
            return false;
        Coverage.Mark(row, isInterrupted: true);
        BlindPoints++;
        return true;
    }
}
