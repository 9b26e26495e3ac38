using System.CommandLine;
using Objtool.Analysis;
using Undwarf;

namespace Harness.Commands.Objtool;

/// <summary>Arguments and options of the objtool commands.</summary>
internal static class ObjtoolOptions
{
    private static readonly string _formatNames = string.Join(", ", TableFormat.All.Select(format => format.Name));

    public static Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "Object files, and folders of them (.o and .ko).",
        Arity = ArgumentArity.OneOrMore,
        Validators = { CommonOptions.RefuseOptions },
    };

    public static Option<bool> NoFramePointers { get; } = new("--no-fp", "-f")
    {
        Description = "Skip frame pointer validation: the code was compiled without frame pointers.",
    };

    public static Option<bool> NoUnreachable { get; } = new("--no-unreachable", "-u") { Description = "Do not report code that nothing leads to." };

    public static Option<bool> WarningsAreErrors { get; } = new("--Werror") { Description = "Exit with 1 when there is any warning." };

    public static Option<bool> Backtrace { get; } = new("--backtrace") { Description = "With each warning the branches that led there, and the code around it." };

    public static Option<bool> Json { get; } = new("--json") { Description = "Findings as JSON on standard output." };

    public static Option<bool> Strict { get; } = new("--strict-v2")
    {
        Description = "Leave the bits zero that undwarf v2 does not use: no clean end, no blind spots, no signal overrides.",
    };

    public static Option<bool> Force { get; } = new("--force") { Description = "Replace a table that the file has already." };

    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "Do everything but write the files." };

    public static Option<TableFormat?> Format { get; } = new("--format")
    {
        Description = $"The table's version: {_formatNames}.",
        HelpName = "VERSION",
        CustomParser = result =>
        {
            var name = result.Tokens[0].Value;
            var format = TableFormat.All.FirstOrDefault(candidate => candidate.Name == name);
            if (format is null)
                result.AddError($"--format {name}: expected one of {_formatNames}");
            return format;
        },
    };

    /// <summary>The version to write.</summary>
    public static TableFormat FormatOf(ParseResult result) => result.GetValue(Format) switch
    {
        null when result.GetValue(Strict) => UndwarfV2Format.Strict,
        null => UndwarfV2Format.Extended,
        UndwarfV2Format when result.GetValue(Strict) => UndwarfV2Format.Strict,
        var format => format,
    };

    /// <summary>How to analyse for tables of a version.</summary>
    public static AnalysisOptions AnalysisOf(ParseResult result, TableFormat format) => new()
    {
        CheckFramePointers = !result.GetValue(NoFramePointers),
        CheckReachability = !result.GetValue(NoUnreachable),
        Release = ReleaseOf(format),
        Quirks = CommonOptions.QuirksOf(result),
    };

    /// <summary>Tables of a version are for objects of the same kernel.</summary>
    public static KernelRelease ReleaseOf(TableFormat format) =>
        format == OrcFormat.Linux64 ? KernelRelease.Linux64 : format == OrcFormat.Linux63 ? KernelRelease.Linux63 : KernelRelease.Linux61;
}
