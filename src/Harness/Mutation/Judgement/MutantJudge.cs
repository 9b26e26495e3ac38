using System.Runtime.CompilerServices;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Verification;
using Harness.Verification.Chains;
using Unwinder;
using Unwinder.Tasks;

namespace Harness.Mutation.Judgement;

using SoundUnwinder = UndwarfUnwinder<LoggingLookup, GuestStackMemory>;
using MutantUnwinder = UndwarfUnwinder<MutantLookup, GuestStackMemory>;

/// <summary>
/// Judges all mutants of a fixture while its code runs once. What runs does not depend on the table, and a chain only on
/// the rows that were looked up for it: so at each point the sound table leads, and a mutant is looked into where a row
/// was looked up that is another in its table. If its step comes to the same, so does the rest. If not, its whole chain is
/// unwound and compared as a verification of its table would do it.
/// </summary>
internal sealed class MutantJudge : PointObserver
{
    private readonly CpuState _cpu;
    private readonly Image _image;
    private readonly FixtureHeader _header;
    private readonly ShadowStack _shadow;
    private readonly BlindSpots _blindSpots;
    private readonly RowCoverage _coverage;
    private readonly LiveMutants _live;
    private readonly InterruptMode _mode;
    private readonly CodeVariant _variant;
    private readonly LookupLog _log = new();
    private readonly MutantSelection _selected = new();
    private readonly SoundUnwinder _sound;
    private readonly MutantLookup _mutantLookup;
    private readonly MutantUnwinder _mutant;
    private readonly FrameComparison<GuestStackMemory> _comparison;
    private readonly FullWalk<SoundUnwinder, UnwindState, GuestStackMemory> _soundWalk;
    private readonly FullWalk<MutantUnwinder, UnwindState, GuestStackMemory> _mutantWalk;
    private GuestRun _run = null!;
    private StartRegisters _start;
    private long _point;

    /// <summary>Makes a judge for one run.</summary>
    /// <param name="context">The machine.</param>
    /// <param name="header">What the fixture allows.</param>
    /// <param name="shadow">The true callers.</param>
    /// <param name="blindSpots">Where an unwind may stop.</param>
    /// <param name="coverage">Where the sound rows that are used get marked.</param>
    /// <param name="mutants">Those that are not found out yet.</param>
    /// <param name="mode">The run's interrupts.</param>
    /// <param name="variant">The state of its code.</param>
    public MutantJudge(
        GuestContext context, FixtureHeader header, ShadowStack shadow, BlindSpots blindSpots, RowCoverage coverage,
        IEnumerable<JudgedMutant> mutants, InterruptMode mode, CodeVariant variant)
    {
        (_cpu, _image, _header, _shadow, _blindSpots, _coverage, _mode, _variant) =
            (context.Machine.Cpu, context.Image, header, shadow, blindSpots, coverage, mode, variant);
        _live = new LiveMutants(context.Image.KernelText, mutants);

        var memory = new GuestStackMemory(context.Stacks);
        var runtime = GuestRuntimeCode.Of(header, context, default);
        _comparison = new FrameComparison<GuestStackMemory>(memory, shadow, header, blindSpots);
        _sound = new SoundUnwinder(new LoggingLookup(_image.Lookup, _log), memory, default, runtime);
        _mutantLookup = new MutantLookup(_image.Lookup, _selected);
        _mutant = new MutantUnwinder(_mutantLookup, memory, default, runtime);
        _soundWalk = new(_sound, memory, default, _comparison, shadow, coverage);
        _mutantWalk = new(_mutant, memory, default, _comparison, shadow, coverage: null);
    }

    /// <summary>Points at which the sound table itself is wrong: nothing can be said of mutants then.</summary>
    public long WrongPoints { get; private set; }

    /// <summary>Says whose points these are.</summary>
    public void Attach(GuestRun run) => _run = run;

    /// <inheritdoc/>
    public override void OnPoint(ulong rip, MemoryChange change)
    {
        _point++;
        _start = new StartRegisters { Ip = rip, General = Unsafe.BitCast<GprFile, GeneralRegisters>(_cpu.Registers) };
        if (_sound.Start(_start, out var state) != UnwindOutcome.Caller)
        {
            JudgeBlindness(rip);
            return;
        }

        for (var index = _shadow.Depth - 1; ; index--)
        {
            _log.Clear();
            var before = state;
            var outcome = _sound.Next(ref state);
            _coverage.Mark(state.Frame.Row, before.Frame.Signal);
            for (var i = 0; i < _log.Count; i++)
                JudgeStep(_live.At(_log[i]), before, state, outcome);
            if (outcome != UnwindOutcome.Caller)
            {
                WrongPoints += _comparison.JudgeEnd(outcome, index, state.Frame) == ChainVerdict.Wrong ? 1 : 0;
                return;
            }

            if (index < 0 || !_comparison.Agrees(state.Frame, _shadow.Frames[index], index))
            {
                WrongPoints++;
                return;
            }
        }
    }

    /// <inheritdoc/>
    public override void OnTaskAsleep(InactiveTask task)
    {
        _point++;
        _log.Clear();
        WrongPoints += _soundWalk.VerifyTask(task) == ChainVerdict.Wrong ? 1 : 0;
        for (var i = 0; i < _log.Count; i++)
        {
            var mutants = _live.At(_log[i]);
            for (var j = (mutants?.Count ?? 0) - 1; j >= 0; j--)
            {
                Select(mutants![j], isInterrupted: false);
                if (_mutantWalk.VerifyTask(task) == ChainVerdict.Wrong)
                    Kill(mutants[j], PlaceOf(_shadow.Top.Ip, isAsleep: true));
            }
        }
    }

    private void JudgeStep(List<JudgedMutant>? mutants, in UnwindState before, in UnwindState after, UnwindOutcome outcome)
    {
        // From the last on: one that is found out goes.
        for (var i = (mutants?.Count ?? 0) - 1; i >= 0; i--)
        {
            var mutant = mutants![i];
            Select(mutant, before.Frame.Signal);
            var state = before;
            if (_mutant.Next(ref state) == outcome && IsSame(state, after, outcome))
                continue;
            if (_mutantWalk.Verify(_start, MemoryChange.Any) != ChainVerdict.Wrong || IsBlind(_start.Ip))
                mutant.HasOtherResult = true;
            else
                Kill(mutant, PlaceOf(_start.Ip));
        }
    }

    /// <summary>Does the rest of the unwind, and of its comparison, come to the same?</summary>
    private bool IsSame(in UnwindState state, in UnwindState other, UnwindOutcome outcome) =>
        outcome != UnwindOutcome.Caller
        || (state.ContinuesLike(other) && state.Frame.IpSlot == other.Frame.IpSlot && state.Frame.Registers == other.Frame.Registers
            && state.Frame.RegistersAddress == other.Frame.RegistersAddress && !_header.KeepsCallersElsewhere);

    /// <summary>The stack pointer is on no stack: the row must say that this is known.</summary>
    private void JudgeBlindness(ulong rip)
    {
        _coverage.Mark(_image.Lookup.IndexOf(rip), isInterrupted: true);
        _selected.Overrides = [];
        WrongPoints += IsBlind(rip) ? 0 : 1;
        var mutants = _live.At(rip);
        for (var i = (mutants?.Count ?? 0) - 1; i >= 0; i--)
        {
            Select(mutants![i], isInterrupted: true);
            if (!IsBlind(rip))
                Kill(mutants[i], PlaceOf(rip));
        }
    }

    private bool IsBlind(ulong rip)
    {
        var row = _mutantLookup.IndexOf(rip);
        return _blindSpots.IsDeclaredBy(row < 0 ? null : _mutantLookup[row]) && _blindSpots.Allow(rip);
    }

    private void Select(JudgedMutant mutant, bool isInterrupted)
    {
        mutant.Use(_point, isInterrupted);
        _selected.Overrides = mutant.Mutant.Overrides;
    }

    private string PlaceOf(ulong rip, bool isAsleep = false) =>
        VerdictWriter.Place(rip, isAsleep ? null : _run.CurrentVisit, _run.Nest.Places, _variant, _image.Symbols);

    private void Kill(JudgedMutant mutant, string place)
    {
        mutant.Kill = new MutantKill(_mode, place, mutant.Uses);
        _live.Remove(mutant);
    }
}
