using System.CommandLine;
using Harness.Verification.Results;

namespace Harness.Commands;

/// <summary><c>merge</c>: one verdict from the files of all shards.</summary>
internal static class MergeCommand
{
    private static readonly Argument<string[]> _files = new("FILE")
    {
        Description = "The files that verify --shard I/N --json wrote, all N of them.",
        Arity = ArgumentArity.OneOrMore,
        Validators = { CommonOptions.RefuseOptions },
    };

    public static Command Create()
    {
        var command = new Command("merge", "Join the results of all shards of a verification into one verdict.")
        {
            _files, ResultOptions.Json, ResultOptions.Uncovered, ResultOptions.Timing,
        };
        command.SetAction(result =>
        {
            var files = result.GetRequiredValue(_files).Select(path => (path, ResultJson.Read(path))).ToArray();
            return ResultOptions.Write(result, ShardMerge.Join(files));
        });
        return command;
    }
}
