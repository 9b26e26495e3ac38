using System.Runtime.CompilerServices;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Undwarf;
using Unwinder;
using Unwinder.Lookup;

namespace Harness.Verification;

/// <summary>
/// Unwinds from the machine's registers and compares every frame with the shadow stack: ip, stack pointer after the
/// return, rbp, the word that holds the ip, the registers behind an interrupt, and that the chain ends where it does.
/// </summary>
internal sealed class ChainVerifier
{
    private readonly CpuState _cpu;
    private readonly ShadowStack _shadow;
    private readonly UndwarfUnwinder<DirectMap, GuestStackMemory> _unwinder;
    private readonly RegisterFrameCheck _registerCheck;
    private readonly BlindSpots _blindSpots;
    private readonly Image _image;

    public ChainVerifier(GuestContext context, FixtureHeader header, ShadowStack shadow, RowCoverage coverage, BlindSpots blindSpots)
    {
        _cpu = context.Machine.Cpu;
        _shadow = shadow;
        _blindSpots = blindSpots;
        _image = context.Image;
        var memory = new GuestStackMemory(context.Stacks);
        _unwinder = new UndwarfUnwinder<DirectMap, GuestStackMemory>(context.Image.Lookup, memory);
        _registerCheck = new RegisterFrameCheck(memory, shadow, header);
        Coverage = coverage;
    }

    /// <summary>Rows used so far.</summary>
    public RowCoverage Coverage { get; }

    /// <summary>Points compared to their end.</summary>
    public long Points { get; private set; }

    /// <summary>Frames compared.</summary>
    public long Frames { get; private set; }

    /// <summary>Points that ran into a declared blind spot.</summary>
    public long BlindPoints { get; private set; }

    /// <summary>True when the chain from the instruction at <paramref name="rip"/> is right.</summary>
    public bool Verify(ulong rip)
    {
        if (_unwinder.Start(StartAt(rip), out var state) != UnwindOutcome.Caller)
            return IsBlind(rip);

        var frames = _shadow.Frames;
        for (var index = frames.Length - 1; ; index--)
        {
            var use = state.Signal ? RowCoverage.Interrupted : RowCoverage.ReturnedTo;
            var outcome = _unwinder.Next(ref state);
            if (state.Row >= 0)
                Coverage[state.Row] |= use;
            if (outcome != UnwindOutcome.Caller)
                return IsRightEnd(outcome, index, frames, state);
            if (index < 0 || !Agrees(state, frames[index], index))
                return false;
            Frames++;
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
            if (outcome == UnwindOutcome.Caller)
            {
                if (index < 0 || !Agrees(state, _shadow.Frames[index], index))
                    firstWrong ??= chain.Count - 1;
                index--;
            }
            else if (!IsRightEnd(outcome, index, _shadow.Frames, state))
            {
                firstWrong ??= chain.Count - 1;
            }
        }

        return new UnwoundChain(chain, outcome, state.FaultAddress, firstWrong ?? chain.Count - 1);
    }

    private StartRegisters StartAt(ulong rip) => new(
        rip, _cpu.Rsp, _cpu.Rbp,
        new ScratchRegisters(_cpu[Gpr.R10], _cpu[Gpr.R13], _cpu[Gpr.Rdi], _cpu[Gpr.Rdx]));

    private bool Agrees(in UnwindState state, in ShadowFrame expected, int index) =>
        state.Sp == expected.Sp && state.Bp == expected.Bp
        && (expected.IsInterrupted
            ? _registerCheck.IsRight(state, expected, index)
            : state.Ip == expected.Ip && state.IpSlot == expected.IpSlot && state.Registers == RegisterFrame.None && !state.Signal);

    /// <summary>The code that has not loaded a kernel stack yet, or no longer has one.</summary>
    private bool IsBlind(ulong rip)
    {
        var row = _image.Lookup.IndexOf(rip);
        if (row < 0 || !_image.Table[row].Entry.IsBlind || !_blindSpots.Allow(rip))
            return false;
        Coverage[row] |= RowCoverage.Interrupted;
        BlindPoints++;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsRightEnd(UnwindOutcome outcome, int index, ReadOnlySpan<ShadowFrame> frames, in UnwindState state)
    {
        if (outcome == UnwindOutcome.BlindRow && _blindSpots.Allow(state.Ip))
        {
            BlindPoints++;
            return true;
        }

        var cameFromUser = index + 1 < frames.Length && frames[index + 1].IsUserMode;
        var isRight = outcome switch
        {
            UnwindOutcome.UserMode => cameFromUser,
            UnwindOutcome.EndOfStack => index < 0 && !cameFromUser,
            _ => false,
        };
        if (isRight)
            Points++;
        return isRight;
    }
}
