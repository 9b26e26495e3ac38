using System.Diagnostics;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Mutation.Judgement;
using Harness.Verification;
using Undwarf;
using Unwinder;

namespace Harness.Mutation;

/// <summary>
/// Damages each row of a fixture's table in each way and runs the fixture: first without interrupts, then, for what was not
/// found out, with one at each instruction, then with nested ones, as far as its header and the command line allow.
/// </summary>
internal sealed class FixtureMutation(FixturePreparer preparer, MutationOptions options)
{
    /// <summary>What became of the mutants; null when the fixture has no undwarf table that could be damaged.</summary>
    /// <exception cref="InputException">A fixture that can't be used, or is wrong as it is.</exception>
    public FixtureMutants? Run(Fixture fixture)
    {
        var started = Stopwatch.GetTimestamp();
        var prepared = preparer.Prepare(fixture);
        if (prepared.IsRefused || fixture.Header.Expectation.Outcome == ExpectedOutcome.Diagnostic || (fixture.Header.Unwinder ?? UnwinderKind.Undwarf) != UnwinderKind.Undwarf)
            return null;

        var image = ImageOf(prepared, CodeVariant.AsBuilt);
        var starts = new InstructionStarts(image);
        var factory = new MutantFactory(image, starts);
        var rows = Enumerable.Range(0, image.Table.Count).Where(image.IsRowOfFixture).ToArray();
        JudgedMutant[] mutants = [.. rows.SelectMany(factory.Of).Where(mutant => options.Kinds.Contains(mutant.Kind)).Select(mutant => new JudgedMutant(mutant))];
        CodeVariant[] variants = CodePatcher.IsPatched(prepared.File) ? [CodeVariant.AsBuilt, CodeVariant.Patched] : [CodeVariant.AsBuilt];
        var equivalence = new Equivalence([.. variants.Select(variant => ImageOf(prepared, variant))], prepared.Header);
        var declared = new DeclaredMutants(image, DeclaredRows.Of(prepared.Header, image, UnwinderKind.Undwarf), starts);
        var reasons = mutants.Select(mutant => equivalence.ReasonFor(mutant.Mutant)).ToArray();

        var coverage = new RowCoverage(image.RowsOf(UnwinderKind.Undwarf));
        var points = 0L;
        foreach (var mode in Modes(prepared.Header))
        {
            foreach (var variant in variants)
            {
                var open = mutants.Where((mutant, i) => mutant.Kill is null && (reasons[i] is null || options.JudgesEquivalents)).ToArray();
                if (open.Length > 0)
                    points += Judge(prepared, variant, mode, open, coverage);
            }
        }

        var notes = new SurvivorNotes(prepared.Header, image);
        MutantResult[] results = [.. mutants.Select((mutant, i) => WithNote(ResultOf(mutant, reasons[i], image, declared), mutant.Mutant, notes, image))];
        string[] problems = options.Interrupts >= prepared.Header.Interrupts ? [.. notes.Unused(options.Kinds)] : [];
        return new FixtureMutants(fixture.Name, rows.Length, points, results, problems, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private IEnumerable<InterruptMode> Modes(FixtureHeader header) =>
        Enum.GetValues<InterruptMode>().Where(mode => mode <= options.Interrupts && mode <= header.Interrupts);

    private long Judge(PreparedObject prepared, CodeVariant variant, InterruptMode mode, JudgedMutant[] mutants, RowCoverage coverage)
    {
        var image = ImageOf(prepared, variant);
        using var context = new GuestContext(image, prepared.Header);
        context.SetEntry(prepared.Header.Entry);
        var shadow = new ShadowStack();
        var blindSpots = new BlindSpots(image, preparer.Runtime().Select(support => support.Header).Prepend(prepared.Header));
        var judge = new MutantJudge(context, prepared.Header, shadow, blindSpots, coverage, mutants, mode, variant);
        var policy = mode == InterruptMode.None ? HeaderPolicy.Of(prepared.Header, image) : new EachInstructionPolicy(mode);
        var run = new GuestRun(context, prepared.Header, policy, judge, shadow);
        judge.Attach(run);

        var result = context.Machine.Run(run, context.Root, new RunLimits(options.MaximumInstructions));
        if ((run.Finding ?? RunEnd.FindingOf(result)) is { } finding)
            throw new InputException($"{prepared.Name}: {image.Symbols.NameOf(finding.Rip)}: {finding.Message}");
        if (judge.WrongPoints > 0)
            throw new InputException($"{prepared.Name}: frames are wrong without any damage; see harness verify");
        return run.Instructions;
    }

    private Image ImageOf(PreparedObject prepared, CodeVariant variant) =>
        ImageBuilder.Build([prepared.File], preparer.Runtime().Select(support => support.File), variant);

    private static MutantResult ResultOf(JudgedMutant judged, string? reason, Image image, DeclaredMutants declared)
    {
        var address = image.Table.AddressOf(judged.Mutant.Row);
        return new MutantResult
        {
            Row = judged.Mutant.Row,
            Place = image.Symbols.NameOf(address),
            Entry = UndwarfV2Format.Extended.Describe(image.Table[judged.Mutant.Row].Entry),
            Kind = MutantKinds.NameOf(judged.Mutant.Kind),
            What = judged.Mutant.What,
            Fate = judged.Kill is not null ? MutantFate.Killed
                : reason is not null ? MutantFate.Equivalent
                : judged.Uses == 0 ? declared.Has(judged.Mutant) ? MutantFate.Declared : MutantFate.NeverExecuted
                : MutantFate.Survived,
            Kill = judged.Kill,
            Reason = reason ?? (judged.Kill is null ? UseOf(judged) : ""),
        };
    }

    private static MutantResult WithNote(MutantResult result, TableMutant mutant, SurvivorNotes notes, Image image) =>
        result.IsUnexplained ? result with { Note = notes.Take(image.Table.AddressOf(mutant.Row), mutant.Kind) ?? "" } : result;

    private static string UseOf(JudgedMutant judged)
    {
        var how = (judged.IsUsedInterrupted, judged.IsUsedAsReturnSite) switch
        {
            (true, true) => "as interrupted and as return site",
            (true, false) => "as interrupted",
            (false, true) => "as return site",
            _ => "never",
        };
        return judged.Uses == 0 ? "" : $"used {how}, at {judged.Uses} points{(judged.HasOtherResult ? ", with another result that is right too" : "")}";
    }
}
