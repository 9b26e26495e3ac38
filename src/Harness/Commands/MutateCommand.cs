using System.CommandLine;
using Harness.Fixtures;
using Harness.Mutation;
using Harness.Mutation.Decisions;
using Harness.Verification.Results;

namespace Harness.Commands;

/// <summary><c>mutate</c>: damages rows one at a time and says which damage goes unnoticed.</summary>
internal static class MutateCommand
{
    private static readonly string[] _kindNames = [.. MutantKinds.Names, .. DecisionKinds.Names];

    private static readonly Option<string[]> _kinds = new("--kind")
    {
        Description = $"Only this kind: {string.Join(", ", _kindNames)}; may be given several times.",
        HelpName = "KIND",
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(token => !_kindNames.Contains(token.Value)))
                    result.AddError($"--kind {token.Value}: expected one of {string.Join(", ", _kindNames)}");
            },
        },
    };

    private static readonly Option<bool> _survivors = new("--survivors") { Description = "List the damages that went unnoticed." };

    private static readonly Option<bool> _runtime = new("--runtime") { Description = "Also damage the code that fixtures run on, and run all of them until one notices." };

    public static Command Create()
    {
        var command = new Command("mutate", "Damage rows of tables, and decisions of unwinder and generator, one at a time: which damage is noticed?")
        {
            CommonOptions.Paths, _kinds, CommonOptions.Interrupts, CommonOptions.Entry, CommonOptions.Filter, CommonOptions.Jobs, _runtime, _survivors, ResultOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        Prerequisites.RequireUnicorn();
        // One fixture can't notice what is wrong with everything.
        var isWhole = result.GetValue(CommonOptions.Paths) is not { Length: > 0 } && result.GetValue(CommonOptions.Filter) is null;
        var kinds = result.GetValue(_kinds) is { Length: > 0 } names ? names : isWhole ? _kindNames : [.. MutantKinds.Names];
        var preparer = CommonOptions.DefaultPreparer().Remembering();
        if (result.GetValue(CommonOptions.Entry) is { } entry)
            preparer = preparer.With(EntryCodes.Parse(entry)!.Value);
        var options = new MutationOptions
        {
            Kinds = kinds.Select(MutantKinds.Parse).OfType<MutantKind>().ToHashSet(),
            Interrupts = result.GetResult(CommonOptions.Interrupts) is { Implicit: false } ? result.GetValue(CommonOptions.Interrupts) : InterruptMode.Nested,
        };
        var jobs = Math.Max(1, result.GetValue(CommonOptions.Jobs));
        var named = CommonOptions.FixturesOf(result);
        // What a compiler wrote can't say why damage to it survives: it is damaged when it is named.
        var damaged = isWhole ? [.. named.Where(fixture => fixture.Group != "compiled")] : named;
        var fixtures = options.Kinds.Count > 0 ? MutationBatch.Run(damaged, new FixtureMutation(preparer, options), jobs) : [];
        if (result.GetValue(_runtime) && new RuntimeMutation(preparer, options).Run(named) is { } runtime)
            fixtures = [.. fixtures, runtime];
        var decisions = new DecisionMutation(named, preparer, options.Interrupts).Run(kinds.Intersect(DecisionKinds.Names).ToHashSet(), jobs);
        if (result.GetValue(ResultOptions.Json) is { } path)
            ResultJson.Write(path, new MutationFile { Fixtures = fixtures, Decisions = decisions });
        if (damaged.Count < named.Count && fixtures.Count > 0)
            Console.Out.WriteLine($"note: left out unless they are named: {string.Join(", ", named.Except(damaged).Select(fixture => fixture.Name))}");
        Console.Out.Write(MutationText.Write(fixtures, decisions, result.GetValue(_survivors)));
        return fixtures.All(fixture => fixture.Passed) && !decisions.Any(decision => decision.IsUnexplained) ? ExitCode.Success : ExitCode.Findings;
    }
}
