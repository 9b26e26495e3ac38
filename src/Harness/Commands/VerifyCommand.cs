using System.CommandLine;
using Harness.Verification;
using Harness.Verification.Results;

namespace Harness.Commands;

/// <summary><c>verify</c>: every frame at every instruction of every fixture.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> _resume = new("--resume")
    {
        Description = "Keep in this file what was verified, and go on from what it has.",
        HelpName = "FILE",
    };

    private static readonly Option<ShardNumber> _shard = new("--shard")
    {
        Description = "Verify only this part of all points; harness merge joins the parts.",
        HelpName = "I/N",
        DefaultValueFactory = _ => ShardNumber.Only,
        CustomParser = result =>
        {
            if (ShardNumber.Parse(result.Tokens[0].Value) is { } shard)
                return shard;
            result.AddError($"--shard {result.Tokens[0].Value}: expected I/N with I from 1 to N, and N at most {ShardNumber.MaximumCount}");
            return default;
        },
    };

    /// <summary>What has no influence on the results; <c>--shard</c> is kept apart.</summary>
    private static readonly Option[] _ofNoInfluence = [ResultOptions.Uncovered, ResultOptions.Timing, ResultOptions.Json, _resume, _shard, CommonOptions.Filter, CommonOptions.Jobs];

    public static Command Create()
    {
        var command = new Command("verify", "Unwind at every instruction and compare every frame with the calls that really happened.")
        {
            CommonOptions.Paths, CommonOptions.Interrupts, CommonOptions.EveryVisit, CommonOptions.Entry, CommonOptions.Unwinder, CommonOptions.Tables,
            CommonOptions.Filter, CommonOptions.Jobs,
            CommonOptions.Quirks, CommonOptions.Compiler, CommonOptions.CompilerFlags,
            ResultOptions.Uncovered, ResultOptions.Timing, ResultOptions.Json, _resume, _shard,
        };
        foreach (var option in KernelOptions.All)
            command.Add(option);
        command.SetAction(result => Run(result, command));
        return command;
    }

    private static int Run(ParseResult result, Command command)
    {
        Prerequisites.RequireUnicorn();
        var options = new VerificationOptions
        {
            Interrupts = result.GetValue(CommonOptions.Interrupts),
            EveryVisit = result.GetValue(CommonOptions.EveryVisit),
            Unwinder = CommonOptions.UnwinderOf(result),
        };
        if (KernelOptions.AreGiven(result))
            return KernelOptions.Run(result, command, options, InfluentialOptions(result, command));
        var verification = new Verifier(CommonOptions.FixturesOf(result), CommonOptions.PreparerOf(result), options, InfluentialOptions(result, command))
        {
            Jobs = Math.Max(1, result.GetValue(CommonOptions.Jobs)),
            Shard = result.GetValue(_shard),
            ResumePath = result.GetValue(_resume),
        };
        return ResultOptions.Write(result, verification.Run());
    }

    /// <summary>The options by which results can differ, without those that say what goes without saying.</summary>
    private static SortedDictionary<string, string> InfluentialOptions(ParseResult result, Command command)
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in command.Options.Except(_ofNoInfluence))
        {
            if (result.GetResult(option) is { Implicit: false } given)
                options[option.Name] = string.Join(' ', given.Tokens.Select(token => token.Value).Order(StringComparer.Ordinal));
        }

        return options;
    }
}
