using Unwinder;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Rows;
using Unwinder.FramePointers;
using Unwinder.Guess;
using Unwinder.Lookup;

namespace Harness.Benchmarks;

/// <summary>
/// Nanoseconds per frame of every unwinder and every lookup, beside the same step in C and libunwind, all measured in turn
/// in one run. Warm: one stack again and again. Cold: 2048 stacks in turn, over a table of 400,000 rows.
/// </summary>
internal sealed class UnwindBenchmark : IDisposable
{
    private const int Rounds = 5;
    private const double Slice = 0.03;

    private static readonly int[] _depths = [8, 32, 64];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harness-bench-");
    private readonly UnwindText _text = new();
    private readonly UnwindMeasurement _measurement = new();
    private readonly List<UnwindCompanion> _companions = [];
    private readonly List<string> _problems = [];

    /// <summary>Measures, and writes the tables.</summary>
    public void Run(TextWriter output)
    {
        foreach (var depth in _depths)
            AddDepth(new UnwindWorkload(_text, depth));
        AddLibunwind();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _measurement.Measure(Rounds, Slice);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        new UnwindTables(_measurement, _depths).Write(output);
        output.WriteLine($"allocated while measuring: {allocated} bytes, for requests to other programs and lists of results");
        foreach (var problem in _problems)
            output.WriteLine($"not measured: {problem}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _companions.ForEach(companion => companion.Dispose());
        _folder.Delete(recursive: true);
    }

    private void AddDepth(UnwindWorkload workload)
    {
        var c = StartStep(workload);
        foreach (var lookup in UnwindLookup.All)
        {
            lookup.Add(_measurement, workload);
            if (c is null || !lookup.IsInC)
                continue;
            foreach (var mode in UnwindLookup.Modes(workload))
                AddCompanion(c, UnwindLookup.NameInC(lookup, mode, workload.Depth), $"{lookup.Request} {mode}", workload.Depth);
        }

        var stacks = workload.Stacks;
        Add<DwarfUnwinder<InterpretedRows, UnwindArena>, DwarfState>("dwarf", new(new(_text.CallFrames), stacks.Memory), stacks, workload.Depth);
        Add<DwarfUnwinder<ExpandedRows.Lookup, UnwindArena>, DwarfState>(
            "dwarf, rows made before", new(new ExpandedRows(_text.CallFrames).CreateLookup(), stacks.Memory), stacks, workload.Depth);
        stacks = workload.FramePointerStacks;
        Add<FramePointerUnwinder<UnwindArena>, FramePointerState>("frame-pointer", new(stacks.Memory), stacks, workload.Depth);
        Add<GuessUnwinder<MadeUpText, UnwindArena>, GuessState>("guess", new(new(_text.End), stacks.Memory), stacks, workload.Depth);
    }

    private void Add<TUnwinder, TState>(string name, TUnwinder unwinder, UnwindStacks stacks, int depth)
        where TUnwinder : struct, IFrameUnwinder<TState>
        where TState : struct, IUnwindState
    {
        RequireDepth(name, UnwindWalks.Walk<TUnwinder, TState>(ref unwinder, stacks.Starts[0]), depth);
        _measurement.Add($"{name} warm {depth}", seconds => UnwindWalks.Measure<TUnwinder, TState>(unwinder, stacks.Starts.AsSpan(0, 1), seconds));
        _measurement.Add($"{name} cold {depth}", seconds => UnwindWalks.Measure<TUnwinder, TState>(unwinder, stacks.Starts, seconds));
    }

    private UnwindCompanion? StartStep(UnwindWorkload workload)
    {
        var path = Path.Combine(_folder.FullName, $"stacks-{workload.Depth}");
        workload.Write(path);
        return Start("undwarf_step.c", null, path);
    }

    private void AddLibunwind()
    {
        if (Start("libunwind.c", ("unwind", "libunwind-dev")) is not { } libunwind)
            return;
        foreach (var depth in _depths)
        {
            foreach (var mode in UnwindTables.LibunwindModes)
                _measurement.Add($"libunwind {mode} {depth}", seconds => libunwind.Ask($"{mode} {depth} {1e3 * seconds:F0}").Nanoseconds);
        }
    }

    private UnwindCompanion? Start(string source, (string Name, string Package)? library, params string[] arguments)
    {
        var (companion, problem) = UnwindCompanion.TryStart(_folder.FullName, source, library, arguments);
        if (companion is not null)
            _companions.Add(companion);
        else if (!_problems.Contains(problem))
            _problems.Add(problem);
        return companion;
    }

    private void AddCompanion(UnwindCompanion companion, string name, string request, int depth) => _measurement.Add(name, seconds =>
    {
        var (cost, frames) = companion.Ask($"{request} {1e3 * seconds:F0}");
        RequireDepth(name, frames, depth);
        return cost;
    });

    /// <summary>What walks less far is not faster.</summary>
    private static void RequireDepth(string name, int frames, int depth)
    {
        if (frames != depth)
            throw new InputException($"bench: {name} finds {frames} callers of {depth}");
    }

    private readonly struct MadeUpText(ulong end) : IKernelText
    {
        public bool Contains(ulong address) => unchecked(address - UnwindText.Begin < end - UnwindText.Begin);
    }
}
