using System.Globalization;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;

namespace Harness.Benchmarks;

/// <summary>Points verified and interrupts delivered per second, beside what they are compared with.</summary>
/// <param name="preparer">Makes objects of the benchmark's sources.</param>
/// <param name="output">Where the table goes.</param>
/// <param name="only">Measure only what has this in its name.</param>
internal sealed class VerificationBenchmark(FixturePreparer preparer, TextWriter output, string only) : IDisposable
{
    private const int Rounds = 5;
    private static readonly int[] _depths = [8, 32, 64];
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(300);

    private readonly RateMeasurement _measurement = new(only);
    private readonly List<IDisposable> _owned = [];
    private readonly List<string> _missing = [];
    private readonly Dictionary<string, double> _details = [];

    /// <summary>Measures, and writes a table.</summary>
    public void Run()
    {
        AddHooks();
        foreach (var depth in _depths)
            AddPoints(depth);
        AddInterrupts();
        AddDebugger();
        Write(_measurement.Measure(Rounds, _slice));
    }

    /// <inheritdoc/>
    public void Dispose() => _owned.ForEach(owned => owned.Dispose());

    private void AddHooks()
    {
        var workload = Own(new Workload(preparer, _depths[0]));
        _measurement.Add("instructions, empty hook", amount => workload.Run(new EmptyObserver(), amount).Steps);
        Try(() => _measurement.AddTimed("instructions, empty hook, C", Peer.Measure(workload, "empty")));
    }

    private void AddPoints(int depth)
    {
        var workload = Own(new Workload(preparer, depth));
        Add($"points, depth {depth}", memoize: true);
        Add($"points, depth {depth}, nothing remembered", memoize: false);
        Try(() => _measurement.AddTimed($"points, depth {depth}, C program", Peer.Measure(workload, "full")));

        void Add(string name, bool memoize) => _measurement.Add(name, amount =>
        {
            var run = WorkloadRun.Verify(workload, amount, InterruptPolicy.None, memoize);
            _details[name] = (double)run.Frames / run.Points;
            return run.Points;
        });
    }

    /// <summary>An IRQ and an NMI at every instruction of the loop; nested, each of their paths is interrupted too.</summary>
    private void AddInterrupts()
    {
        var (full, bare) = (Own(new Workload(preparer, _depths[0])), Own(new Workload(preparer, _depths[0], "bare-iretq.s")));
        foreach (var mode in new[] { InterruptMode.Each, InterruptMode.Nested })
        {
            var name = $"interrupts, {mode.ToString().ToLowerInvariant()}, all of their code verified";
            _measurement.Add(name, amount =>
            {
                var run = WorkloadRun.Verify(full, amount, new EachInstructionPolicy(mode, everyVisit: true));
                _details[name] = (double)run.Points / run.Interrupts;
                return run.Interrupts;
            });
        }

        _measurement.Add("interrupts, each, bare iretq, not verified", amount =>
            WorkloadRun.Watch(bare, amount, new EachInstructionPolicy(InterruptMode.Each, everyVisit: true)).Interrupts);
    }

    private void AddDebugger() => Try(() =>
    {
        SteppedPeer? debugger = null;
        _measurement.AddTimed($"points, depth {_depths[0]}, GDB: stepi and backtrace", steps => (debugger ??= Own(new SteppedPeer(_depths[0]))).Measure(steps));
    });

    private CompiledPeer Peer => field ??= Own(new CompiledPeer());

    /// <summary>What is not on this machine is said, not left out.</summary>
    private void Try(Action add)
    {
        try
        {
            add();
        }
        catch (MissingPrerequisiteException exception)
        {
            _missing.Add(exception.Message);
        }
    }

    private void Write(IReadOnlyDictionary<string, MeasuredRate> rates)
    {
        output.WriteLine($"{"per second of processor time",-50}{"median",14}{"best",14}{"ns each",12}{"",3}");
        foreach (var (name, rate) in rates)
        {
            var detail = !_details.TryGetValue(name, out var value) ? ""
                : string.Create(CultureInfo.InvariantCulture, $"   {value:F1} {(name.StartsWith("points", StringComparison.Ordinal) ? "frames each" : "points each")}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-50}{rate.Median,14:N0}{rate.Best,14:N0}{1e9 / rate.Median,12:N1}{detail}"));
        }

        foreach (var depth in _depths)
            WriteRatio(rates, $"points, depth {depth}", $"points, depth {depth}, C program");
        WriteRatio(rates, $"points, depth {_depths[0]}", $"points, depth {_depths[0]}, GDB: stepi and backtrace");
        foreach (var missing in _missing.Distinct())
            output.WriteLine($"not measured: {missing}");
    }

    private void WriteRatio(IReadOnlyDictionary<string, MeasuredRate> rates, string ours, string theirs)
    {
        if (rates.TryGetValue(theirs, out var other) && rates.TryGetValue(ours, out var own))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours}: {own.Median / other.Median:N1} times {theirs.Split(", ")[^1]}"));
    }

    private T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    private sealed class EmptyObserver : MachineObserver
    {
        public override void OnInstruction(ulong rip, uint length)
        {
        }
    }
}
