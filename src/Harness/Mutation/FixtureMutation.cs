using System.Diagnostics;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Mutation.Judgement;
using Harness.Verification;
using Unwinder;

namespace Harness.Mutation;

/// <summary>
/// Damages each row of a fixture's table in each way and runs the fixture: first without interrupts, then, for what was not
/// found out, with one at each instruction, then with nested ones, as far as its header and the command line allow.
/// </summary>
internal sealed class FixtureMutation(FixturePreparer preparer, MutationOptions options)
{
    private readonly MutantRun _run = new(preparer, options);

    /// <summary>What became of the mutants; null when the fixture has no undwarf table that could be damaged.</summary>
    /// <exception cref="InputException">A fixture that can't be used, or is wrong as it is.</exception>
    public FixtureMutants? Run(Fixture fixture)
    {
        var started = Stopwatch.GetTimestamp();
        var prepared = preparer.Prepare(fixture);
        if (!MutantRun.IsPossible(prepared))
            return null;

        var variants = MutantRun.VariantsOf(prepared);
        Image[] images = [.. variants.Select(variant => _run.ImageOf(prepared, variant))];
        var (image, starts) = (images[0], new InstructionStarts(images[0]));
        var factory = new MutantFactory(image, starts);
        var rows = Enumerable.Range(0, image.Table.Count).Where(image.IsRowOfFixture).ToArray();
        JudgedMutant[] mutants = [.. rows.SelectMany(factory.Of).Where(mutant => options.Kinds.Contains(mutant.Kind)).Select(mutant => new JudgedMutant(mutant))];
        var equivalence = new Equivalence(images, prepared.Header);
        var reasons = mutants.Select(mutant => equivalence.ReasonFor(mutant.Mutant)).ToArray();

        var coverage = new RowCoverage(image.RowsOf(UnwinderKind.Undwarf));
        var points = 0L;
        foreach (var (mode, variant) in _run.ModesOf(prepared.Header).SelectMany(mode => variants.Select(variant => (mode, variant))))
        {
            var open = mutants.Where((mutant, i) => mutant.Kill is null && (reasons[i] is null || options.JudgesEquivalents)).ToArray();
            if (open.Length > 0)
                points += _run.Judge(prepared, variant, mode, open, coverage);
        }

        var writer = new ResultWriter(image, new DeclaredMutants(image, DeclaredRows.Of(prepared.Header, image, UnwinderKind.Undwarf), starts));
        var notes = new SurvivorNotes(prepared.Header, image);
        MutantResult[] results = [.. mutants.Select((mutant, i) => WithNote(writer.Write(mutant, reasons[i]), mutant.Mutant, notes, image))];
        string[] problems = options.Interrupts >= prepared.Header.Interrupts ? [.. notes.Unused(options.Kinds)] : [];
        return new FixtureMutants(fixture.Name, rows.Length, points, results, problems, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static MutantResult WithNote(MutantResult result, TableMutant mutant, SurvivorNotes notes, Image image) =>
        result.IsUnexplained ? result with { Note = notes.Take(image.Table.AddressOf(mutant.Row), mutant.Kind) ?? "" } : result;
}
