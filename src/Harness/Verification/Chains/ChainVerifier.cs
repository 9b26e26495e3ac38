using System.Runtime.CompilerServices;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Unwinder;
using Unwinder.Tasks;

namespace Harness.Verification.Chains;

/// <summary>
/// Unwinds from the machine's registers and compares every frame with the shadow stack: ip, stack pointer after the
/// return, rbp, the word that holds the ip, the registers behind an interrupt, and that the chain ends where it does.
/// </summary>
internal sealed class ChainVerifier
{
    private readonly CpuState _cpu;
    private readonly Image _image;
    private readonly BlindSpots _blindSpots;
    private readonly ChainWalk _walk;
    private readonly SteadyChain? _steady;
    private readonly UnwinderKind _unwinder;

    /// <summary>Makes a verifier for one run.</summary>
    /// <param name="context">The machine.</param>
    /// <param name="header">What the fixture allows.</param>
    /// <param name="shadow">The true callers.</param>
    /// <param name="coverage">Where the rows that are used get marked.</param>
    /// <param name="blindSpots">Where an unwind may stop.</param>
    /// <param name="unwinder">Which.</param>
    /// <param name="memoize">Off: every frame's caller is looked for at every point.</param>
    /// <exception cref="InputException">An unwinder that can't be used on these files.</exception>
    public ChainVerifier(
        GuestContext context, FixtureHeader header, ShadowStack shadow, RowCoverage coverage, BlindSpots blindSpots,
        UnwinderChoice unwinder = default, bool memoize = true)
    {
        _cpu = context.Machine.Cpu;
        _image = context.Image;
        _blindSpots = blindSpots;
        Coverage = coverage;
        _unwinder = unwinder.Kind;
        _walk = new ChainWalks(context, header, shadow, coverage, blindSpots).Create(unwinder, memoize);
        _steady = _walk.Steady;
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
        if (_steady is null || !_steady.Holds(rip, _cpu.Rsp, _cpu.Rbp, change))
            return Walk(rip, change);
        Points++;
        Frames += _steady.Frames;
        return true;
    }

    private bool Walk(ulong rip, MemoryChange change)
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

    /// <summary>True when the chain of a task that does not run is right.</summary>
    public bool VerifyTask(in InactiveTask task)
    {
        if (_walk.VerifyTask(task) != ChainVerdict.Right)
            return false;
        Points++;
        Frames += _walk.Frames;
        return true;
    }

    /// <summary>That unwind again, as <see cref="Explain"/>.</summary>
    public UnwoundChain ExplainTask(in InactiveTask task) => _walk.ExplainTask(task);

    /// <summary>The same unwind again, with everything that a person needs to see what is wrong.</summary>
    public UnwoundChain Explain(ulong rip) => _walk.Explain(StartAt(rip));

    private StartRegisters StartAt(ulong rip) => new() { Ip = rip, General = Unsafe.BitCast<GprFile, GeneralRegisters>(_cpu.Registers) };

    /// <summary>The code that has not loaded a kernel stack yet, or no longer has one.</summary>
    private bool IsBlind(ulong rip)
    {
        var row = _image.RowAt(rip);
        if (!_blindSpots.IsDeclaredBy(row < 0 ? null : _image.Table[row].Entry) || !_blindSpots.Allow(rip))
            return false;
        if (_unwinder == UnwinderKind.Undwarf)
            Coverage.Mark(row, isInterrupted: true);
        BlindPoints++;
        return true;
    }
}
