using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Harness.Fixtures;
using Harness.Generation;
using Harness.Generation.Assembly;
using Harness.Generation.Csmith;
using Harness.Verification;
using Harness.Verification.Scheduling;

namespace Harness.Commands;

/// <summary><c>fuzz</c>: programs that nobody wrote.</summary>
internal static class FuzzCommand
{
    private const long DefaultCount = 100;
    private const double MaximumMinutes = 1_000_000;
    private const double MaximumSize = 10_000;
    private const string AssemblyKind = "assembly";
    private const string CsmithKind = "csmith";

    private static readonly Option<uint> _seed = new("--seed") { Description = "The first program; each seed is one.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<long?> _count = Positive<long?>("--count", $"How many seeds, one after the other; {DefaultCount} if neither this nor --minutes is given.");

    private static readonly Option<double?> _minutes = Positive<double?>("--minutes", "Begin no more seeds after this time.", MaximumMinutes);

    private static readonly Option<long?> _instructions = Positive<long?>("--instructions", "Programs that run longer are counted as too long; 20 million if left out, 200 with --interrupts each, 2000 with nested.");

    private static readonly Option<bool> _print = new("--print") { Description = "Print the source of the first seed, and do nothing else." };

    private static readonly Option<string> _kind = new("--kind")
    {
        Description = "assembly: functions in the shapes of hand-written assembly; csmith: random C in all settings of gcc and clang.",
        HelpName = $"{AssemblyKind}|{CsmithKind}",
        DefaultValueFactory = _ => AssemblyKind,
        Validators = { result => Refuse(result, word => word is AssemblyKind or CsmithKind, $"{AssemblyKind} or {CsmithKind}") },
    };

    private static readonly Option<string[]> _compilers = new("--compiler")
    {
        Description = "A compiler of --kind csmith: gcc, clang, or a version such as clang-16; may be given several times; both if left out.",
        HelpName = "NAME",
        Validators = { result => Refuse(result, CsmithSettings.IsKnown, "gcc or clang, or one of their versions") },
    };

    private static readonly Option<long> _size = Positive<long>("--size", "Functions in each program of --kind assembly.", MaximumSize, AssemblyFamily.DefaultSize);

    private static readonly Option<string?> _save = new("--save") { Description = "Keep failures in this folder: fixtures, reduced where frames are wrong.", HelpName = "DIR" };

    private static readonly Option<string?> _json = new("--json") { Description = "Add a line for each program to this file.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("fuzz", "Generate programs, run them here and on the processor, and verify every frame at every instruction.")
        {
            _seed, _count, _minutes, _kind, CommonOptions.Interrupts, CommonOptions.Jobs, _instructions, _size, _compilers, _print, CommonOptions.Entry, CommonOptions.Tables,
            CommonOptions.Quirks, _save, _json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        if (result.GetValue(_print))
            return Print(FamilyOf(result), result.GetValue(_seed));
        Prerequisites.RequireUnicorn();
        var (count, minutes) = (result.GetValue(_count), result.GetValue(_minutes));
        var options = new FuzzOptions
        {
            Seed = result.GetValue(_seed),
            Count = count ?? (minutes is null ? DefaultCount : null),
            Time = minutes is { } time ? TimeSpan.FromMinutes(time) : null,
            Jobs = Math.Max(1, result.GetValue(CommonOptions.Jobs)),
            Verification = new VerificationOptions { Interrupts = result.GetValue(CommonOptions.Interrupts), MaximumInstructions = MaximumInstructionsOf(result) },
            SavePath = result.GetValue(_save),
            JsonPath = result.GetValue(_json),
        };
        var family = FamilyOf(result);
        var preparer = CommonOptions.GeneratedPreparerOf(result);
        var archive = new FailureArchive(family, preparer, options, CommandWords(result));
        using var reporter = new FuzzReporter(family, archive, options.JsonPath, ProgressLine.OnStandardError(), Console.Out);
        var run = new FuzzRun(family, preparer, options, reporter);
        // Whoever is told to end finishes the seeds that it has begun, and says what came of all.
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            run.Cancel();
        }

        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop))
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop))
            run.Run();

        reporter.WriteSummary(run.NextSeed);
        return reporter.HasFindings ? ExitCode.Findings : ExitCode.Success;
    }

    private static int Print(ProgramFamily family, ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("harness-fuzz-");
        try
        {
            Console.Out.Write(File.ReadAllText(family.Generate(seed, folder.FullName)));
            return ExitCode.Success;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long MaximumInstructionsOf(ParseResult result) => result.GetValue(_instructions) ?? result.GetValue(CommonOptions.Interrupts) switch
    {
        InterruptMode.None => 20_000_000,
        InterruptMode.Each => 200_000_000,
        _ => 2_000_000_000,
    };

    private static ProgramFamily FamilyOf(ParseResult result) => result.GetValue(_kind) == CsmithKind
        ? new CsmithFamily(CsmithSettings.Of(result.GetValue(_compilers) is { Length: > 0 } given ? given : CsmithSettings.DefaultCompilers))
        : new AssemblyFamily((int)result.GetValue(_size));

    /// <summary>The command that was given, but for what says which seeds, how many and where results go.</summary>
    private static string CommandWords(ParseResult result)
    {
        Option[] left = [_seed, _count, _minutes, CommonOptions.Jobs, _save, _json];
        var words = new List<string> { "./harness", "fuzz" };
        foreach (var option in result.CommandResult.Command.Options.Except(left))
        {
            if (result.GetResult(option) is { Implicit: false } given)
                words.AddRange(given.Tokens.SelectMany(token => new[] { option.Name, token.Value }));
        }

        return string.Join(' ', words);
    }

    private static Option<T> Positive<T>(string name, string description, double maximum = double.PositiveInfinity, T? otherwise = default) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => otherwise!,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && !(double.TryParse(token.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 && number <= maximum))
                    result.AddError($"{name} {token.Value}: expected a number above 0{(double.IsFinite(maximum) ? $" and at most {maximum:0}" : "")}");
            },
        },
    };

    private static void Refuse(OptionResult result, Predicate<string> isKnown, string expected)
    {
        foreach (var token in result.Tokens.Where(token => !isKnown(token.Value)))
            result.AddError($"{result.Option.Name} {token.Value}: expected {expected}");
    }
}
