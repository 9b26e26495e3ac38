using System.CommandLine;
using Elf;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Oops;
using Harness.Tracing;
using Harness.Bugs;
using Harness.Verification;
using Harness.Verification.Chains;

namespace Harness.Commands;

/// <summary><c>repro</c>: reported bugs, with their fault and without.</summary>
internal static class ReproCommand
{
    private static readonly Argument<string?> _bug = new("BUG")
    {
        Description = "A catalogued bug (see --list), or a fixture of your own that says expect=quirk:NAME or expect=fault.",
        Arity = ArgumentArity.ZeroOrOne,
        Validators = { CommonOptions.RefuseOptions },
    };

    private static readonly Option<bool> _all = new("--all") { Description = "All catalogued bugs, one line each." };

    private static readonly Option<string?> _oops = new("--oops")
    {
        Description = "A report of the kernel (RIP:, Code:, Call Trace:) to hold beside the object file given as BUG.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> _expect = new("--expect")
    {
        Description = "With --at, the chain that should come out there, nearest first; a name without offset is any place of the function.",
        HelpName = "'A <- B+0x4 <- ...'",
    };

    private static readonly Option<bool> _list = new("--list") { Description = "Name the catalogued bugs." };

    public static Command Create()
    {
        var command = new Command("repro", "Run a reported bug with its fault and without, and say what differs.")
        {
            _bug, _all, _list, _oops, PointOptions.At, _expect, PointOptions.Irq, PointOptions.Nmi, PointOptions.PageFault,
            CommonOptions.Unwinder, CommonOptions.Quirks, CommonOptions.Jobs,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        if (result.GetValue(_list))
            return List();
        if (result.GetValue(_oops) is { } oops)
            return CompareWithReport(oops, result.GetValue(_bug) ?? throw new InputException("--oops: name the object file, too: harness repro --oops REPORT FILE.o"));
        Prerequisites.RequireUnicorn();
        var reproducer = new BugReproducer(CommonOptions.DefaultPreparer(), new VerificationOptions { Interrupts = InterruptMode.Nested });
        if (result.GetValue(_all))
            return RunAll(reproducer, result.GetValue(CommonOptions.Jobs));

        if (result.GetValue(PointOptions.At) is { } at)
            return ShowPoint(result, at);

        var bug = result.GetValue(_bug) ?? throw new InputException("which bug? --list names them, --all runs all");
        var reproduction = Reproduce(reproducer, Find(bug));
        Console.Out.Write(ReproductionWriter.Write(reproduction));
        return reproduction.IsReproduced ? ExitCode.Success : ExitCode.Findings;
    }

    private static int List()
    {
        foreach (var fixture in Catalogue())
            Console.Out.WriteLine($"{fixture.Id,-36}{fixture.Header.What}");
        return ExitCode.Success;
    }

    /// <summary>One point of anybody's file, and whether the chain there is what was expected.</summary>
    private static int ShowPoint(ParseResult result, string at)
    {
        var path = result.GetValue(_bug) ?? throw new InputException("--at: in which file?");
        var expected = result.GetValue(_expect) is { } chain ? ExpectedChain.Parse(chain) : null;
        var request = new TraceRequest(at) { Nest = PointOptions.NestOf(result), Unwinder = CommonOptions.UnwinderOf(result) };
        var preparer = CommonOptions.DefaultPreparer().With(CommonOptions.QuirksOf(result), SourceVariant.Repaired);
        var (text, isRight, unwound) = new FixtureTracer(preparer).TracePoint(Find(path), request);
        Console.Out.Write(text);
        if (expected is null)
            return isRight ? ExitCode.Success : ExitCode.Findings;
        var isExpected = expected.Matches(unwound);
        Console.Out.WriteLine(isExpected ? "as expected" : $"not as expected: {ChainText.Join(unwound)}");
        return isExpected ? ExitCode.Success : ExitCode.Findings;
    }

    private static int CompareWithReport(string reportPath, string objectPath)
    {
        var report = OopsParser.Parse(reportPath, InputFile.ReadLines(reportPath));
        var (text, agrees) = new OopsAnalysis(reportPath, report, objectPath, new ReportedObject(ReadObject(objectPath))).Run();
        Console.Out.Write(text);
        return agrees ? ExitCode.Success : ExitCode.Findings;
    }

    /// <summary>A source is as good as what comes of it.</summary>
    private static ElfFile ReadObject(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"{path}: no such file");
        var fixture = FixtureDiscovery.Read(path);
        return fixture.Kind == FixtureKind.Elf ? InputFile.ReadElf(path) : CommonOptions.DefaultPreparer().Prepare(fixture).File;
    }

    private static int RunAll(BugReproducer reproducer, int jobs)
    {
        var reproductions = Catalogue().AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(1, jobs))
            .Select(fixture => Reproduce(reproducer, fixture)).ToList();
        Console.Out.Write(ReproductionWriter.WriteTable(reproductions));
        return reproductions.All(reproduction => reproduction.IsReproduced) ? ExitCode.Success : ExitCode.Findings;
    }

    private static Reproduction Reproduce(BugReproducer reproducer, Fixture fixture) => reproducer.Reproduce(
        fixture, Fault.Of(fixture) ?? throw new InputException($"{fixture.Path}: its header names no fault: expect=quirk:NAME or expect=fault"));

    /// <summary>The bugs that come with the harness, wherever among its fixtures.</summary>
    private static IReadOnlyList<Fixture> Catalogue() => [.. FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null).Where(Fault.IsReportedBug)];

    private static Fixture Find(string bug)
    {
        if (File.Exists(bug))
            return FixtureDiscovery.Read(bug);
        return Catalogue().FirstOrDefault(fixture => fixture.Id == bug || fixture.Name == bug)
            ?? throw new InputException($"{bug}: no file and no catalogued bug; --list names them");
    }
}
