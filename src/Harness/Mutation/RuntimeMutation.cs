using System.Diagnostics;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Mutation.Judgement;
using Harness.Verification;
using Unwinder;

namespace Harness.Mutation;

/// <summary>
/// Damages each row of the code that fixtures run on. It is the same for all of them, so a mutant is run with one fixture
/// after the other until one finds it out.
/// </summary>
internal sealed class RuntimeMutation(FixturePreparer preparer, MutationOptions options)
{
    private readonly MutantRun _run = new(preparer, options);
    private readonly Dictionary<(int Number, string What), MutantResult> _results = [];
    private readonly List<SurvivorNotes> _notes = [];
    private int _rows;
    private long _points;

    /// <summary>What became of the mutants over all the fixtures; null when none of them runs.</summary>
    /// <exception cref="InputException">A fixture that can't be used, or is wrong as it is.</exception>
    public FixtureMutants? Run(IReadOnlyList<Fixture> fixtures)
    {
        var started = Stopwatch.GetTimestamp();
        PreparedObject[] runnable = [.. fixtures.Select(preparer.Prepare).Where(MutantRun.IsPossible)];
        foreach (var mode in Enum.GetValues<InterruptMode>())
        {
            foreach (var prepared in runnable.Where(prepared => _run.ModesOf(prepared.Header).Contains(mode)))
                Run(prepared, mode);
        }

        if (runnable.Length > 0)
            Explain(_run.ImageOf(runnable[0], CodeVariant.AsBuilt));
        return runnable.Length == 0 ? null
            : new FixtureMutants($"runtime/{EntryCodes.NameOf(preparer.Entry)}", _rows, _points, [.. _results.Values], options.Interrupts == InterruptMode.Nested ? [.. _notes.SelectMany(notes => notes.Unused(options.Kinds))] : [], Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private void Run(PreparedObject prepared, InterruptMode mode)
    {
        if (_results.Count > 0 && _results.Values.All(result => result.Fate is MutantFate.Killed or MutantFate.Equivalent))
            return;
        var image = _run.ImageOf(prepared, CodeVariant.AsBuilt);
        var factory = new MutantFactory(image, new InstructionStarts(image));
        var rows = Enumerable.Range(0, image.Table.Count).Where(row => !image.IsRowOfFixture(row)).ToArray();
        _rows = rows.Length;
        var open = rows.SelectMany((row, number) => factory.Of(row).Select(mutant => (Number: number, Judged: new JudgedMutant(mutant))))
            .Where(mutant => options.Kinds.Contains(mutant.Judged.Mutant.Kind) && IsOpen(mutant.Number, mutant.Judged.Mutant)).ToArray();
        if (open.Length == 0)
            return;

        var equivalence = new Equivalence([image], prepared.Header, ofRuntime: true);
        var reasons = open.Select(mutant => equivalence.ReasonFor(mutant.Judged.Mutant)).ToArray();
        _points += _run.Judge(prepared, CodeVariant.AsBuilt, mode, [.. open.Where((_, i) => reasons[i] is null).Select(mutant => mutant.Judged)], new RowCoverage(image.RowsOf(UnwinderKind.Undwarf)));
        var writer = new ResultWriter(image);
        for (var i = 0; i < open.Length; i++)
            Keep((open[i].Number, open[i].Judged.Mutant.What), writer.Write(open[i].Judged, reasons[i]));
    }

    private void Explain(Image image)
    {
        _notes.AddRange(preparer.Runtime().Select(support => new SurvivorNotes(support.Header, image)));
        foreach (var (key, result) in _results.ToArray())
        {
            if (result.IsUnexplained)
                _results[key] = result with { Note = _notes.Select(notes => notes.Take(result.Place, result.Kind, image)).FirstOrDefault(note => note is not null) ?? "" };
        }
    }

    private bool IsOpen(int number, TableMutant mutant) =>
        !_results.TryGetValue((number, mutant.What), out var result) || result.Fate is MutantFate.Survived or MutantFate.NeverExecuted;

    /// <summary>A run that did not use it takes nothing back.</summary>
    private void Keep((int, string) key, MutantResult result)
    {
        if (result.Fate != MutantFate.NeverExecuted || !_results.ContainsKey(key))
            _results[key] = result;
    }
}
