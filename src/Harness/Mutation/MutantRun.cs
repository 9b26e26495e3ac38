using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Mutation.Judgement;
using Harness.Verification;
using Unwinder;

namespace Harness.Mutation;

/// <summary>Runs a fixture once with many mutants under judgement.</summary>
internal sealed class MutantRun(FixturePreparer preparer, MutationOptions options)
{
    /// <summary>Has it an undwarf table that could be damaged, and does it run?</summary>
    public static bool IsPossible(PreparedObject prepared) =>
        !prepared.IsRefused && prepared.Header.Expectation.Outcome != ExpectedOutcome.Diagnostic && (prepared.Header.Unwinder ?? UnwinderKind.Undwarf) == UnwinderKind.Undwarf;

    /// <summary>The states that its code runs in.</summary>
    public static CodeVariant[] VariantsOf(PreparedObject prepared) =>
        CodePatcher.IsPatched(prepared.File) ? [CodeVariant.AsBuilt, CodeVariant.Patched] : [CodeVariant.AsBuilt];

    /// <summary>The modes that it is run in, as far as its header and the options allow.</summary>
    public IEnumerable<InterruptMode> ModesOf(FixtureHeader header) =>
        Enum.GetValues<InterruptMode>().Where(mode => mode <= options.Interrupts && mode <= header.Interrupts);

    /// <summary>It, linked.</summary>
    public Image ImageOf(PreparedObject prepared, CodeVariant variant) =>
        ImageBuilder.Build([prepared.File], preparer.Runtime().Select(support => support.File), variant);

    /// <summary>Judges mutants that were not found out yet.</summary>
    /// <returns>How many instructions were executed.</returns>
    /// <exception cref="InputException">The fixture is wrong without any damage.</exception>
    public long Judge(PreparedObject prepared, CodeVariant variant, InterruptMode mode, IReadOnlyCollection<JudgedMutant> mutants, RowCoverage coverage)
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
}
