using System.CommandLine;
using Harness.Fixtures;
using Harness.Mutation;
using Harness.Verification.Results;

namespace Harness.Commands;

/// <summary><c>mutate</c>: damages rows one at a time and says which damage goes unnoticed.</summary>
internal static class MutateCommand
{
    private static readonly Option<string[]> _kinds = new("--kind")
    {
        Description = $"Only this kind of damage: {string.Join(", ", MutantKinds.Names)}; may be given several times.",
        HelpName = "KIND",
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(token => MutantKinds.Parse(token.Value) is null))
                    result.AddError($"--kind {token.Value}: expected one of {string.Join(", ", MutantKinds.Names)}");
            },
        },
    };

    private static readonly Option<bool> _survivors = new("--survivors") { Description = "List the damages that went unnoticed." };

    public static Command Create()
    {
        var command = new Command("mutate", "Damage rows of tables one at a time: which damage is noticed?")
        {
            CommonOptions.Paths, _kinds, CommonOptions.Interrupts, CommonOptions.Entry, CommonOptions.Filter, CommonOptions.Jobs, _survivors, ResultOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        Prerequisites.RequireUnicorn();
        var kinds = result.GetValue(_kinds) is { Length: > 0 } names ? names.Select(name => MutantKinds.Parse(name)!.Value) : MutantKinds.All;
        var preparer = CommonOptions.DefaultPreparer();
        if (result.GetValue(CommonOptions.Entry) is { } entry)
            preparer = preparer.With(EntryCodes.Parse(entry)!.Value);
        var options = new MutationOptions
        {
            Kinds = kinds.ToHashSet(),
            Interrupts = result.GetResult(CommonOptions.Interrupts) is { Implicit: false } ? result.GetValue(CommonOptions.Interrupts) : InterruptMode.Nested,
        };
        var fixtures = MutationBatch.Run(CommonOptions.FixturesOf(result), new FixtureMutation(preparer, options), Math.Max(1, result.GetValue(CommonOptions.Jobs)));
        if (result.GetValue(ResultOptions.Json) is { } path)
            ResultJson.Write(path, new MutationFile { Fixtures = fixtures });
        Console.Out.Write(MutationText.Write(fixtures, result.GetValue(_survivors)));
        return fixtures.All(fixture => fixture.Passed) ? ExitCode.Success : ExitCode.Findings;
    }
}
