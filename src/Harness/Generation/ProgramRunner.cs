using System.Diagnostics;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Verification;
using Objtool.Diagnostics;
using Undwarf.Quirks;

namespace Harness.Generation;

/// <summary>Takes the programs of a family from a seed to results: make, compile, run on the processor, verify.</summary>
internal sealed class ProgramRunner(ProgramFamily family, FixturePreparer preparer, VerificationOptions options, NativeProgram native)
{
    private readonly FixtureVerifier _verifier = new(preparer, options);

    /// <summary>What the fixture of a generated program says about itself.</summary>
    /// <param name="result">What its entry returns; null: unknown.</param>
    public FixtureHeader HeaderOf(ulong? result) => FixtureHeader.Default with { Entry = family.Entry, Result = result, Blind = [] };

    /// <summary>The faults of the past that its tables have.</summary>
    public QuirkSet Quirks => preparer.Quirks;

    /// <summary>The results of all settings, one after the other.</summary>
    /// <param name="seed">The program.</param>
    /// <param name="folder">An empty folder for its files.</param>
    public IEnumerable<ProgramRun> Run(ulong seed, string folder)
    {
        ulong? expected = null;
        string? source = null;
        string? endless = null;
        foreach (var setting in family.Settings)
        {
            var begin = Stopwatch.GetTimestamp();
            ProgramResult Result(ProgramOutcome outcome, string detail, ulong? checksum = null) => new(
                family.Name, seed, setting.Name, outcome, detail, checksum, default, Stopwatch.GetElapsedTime(begin).TotalSeconds, 0);

            var objectPath = Path.Combine(folder, "program.o");
            ulong? checksum = null;
            var problem = endless is null ? null : Result(ProgramOutcome.TooLong, $"on the processor, by {endless}");
            try
            {
                source ??= family.Generate(seed, folder);
                if (problem is null)
                {
                    family.Compile(source, setting, objectPath);
                    checksum = native.Run(objectPath, family.Entry);
                }
            }
            catch (InputException exception)
            {
                problem = Result(ProgramOutcome.NotBuilt, exception.Message);
            }

            problem ??= checksum is null ? Result(ProgramOutcome.TooLong, "on the processor")
                : expected is not null && checksum != expected ? Result(ProgramOutcome.OtherResult, $"0x{checksum:x} on the processor, and 0x{expected:x} in another setting", checksum)
                : null;
            if (problem is not null)
            {
                // What does not end does not end however it is compiled, and takes long to find out.
                if (problem.Outcome == ProgramOutcome.TooLong)
                    endless ??= setting.Name;
                yield return new ProgramRun(problem, source, setting, null);
                continue;
            }

            expected = checksum;
            yield return Verify(Result(ProgramOutcome.Clean, "", checksum), objectPath, source!, setting);
        }
    }

    private ProgramRun Verify(ProgramResult built, string objectPath, string source, ProgramSetting setting)
    {
        var begin = Stopwatch.GetTimestamp();
        var name = $"{built.Kind}/{built.Seed}{(setting.Name.Length > 0 ? $"/{setting.Name}" : "")}";
        var report = _verifier.Verify(new Fixture(objectPath, built.Kind, name, FixtureKind.Elf, HeaderOf(built.Checksum)));
        var (outcome, detail) = Classify(report);
        var result = built with { Outcome = outcome, Detail = detail, Counters = report.Counters, VerifySeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds };
        return new ProgramRun(result, source, setting, report);
    }

    /// <summary>What is worst about a report: wrong frames tell more than how the run ended.</summary>
    private (ProgramOutcome Outcome, string Detail) Classify(FixtureReport report)
    {
        if (report.Mismatches is [var mismatch, ..])
            return (ProgramOutcome.WrongFrames, $"at {VerdictWriter.Place(mismatch, report.Image!.Symbols)}: {VerdictWriter.Difference(mismatch, report.Image.Symbols)}");
        var warning = report.Diagnostics.FirstOrDefault(diagnostic => !(family.HasUnreachableCode && diagnostic.Kind == DiagnosticKind.UnreachableInstruction));
        if (warning is not null)
            return (ProgramOutcome.Warning, warning.Format(report.Fixture.Name));
        if (report.Execution is { } finding)
        {
            var outcome = finding.IsTooLong ? ProgramOutcome.TooLong
                : finding.FaultAddress is { } address && StackArea.IsOverflow(address) ? ProgramOutcome.StackOverflow
                : ProgramOutcome.Fault;
            return (outcome, $"{report.Image!.Symbols.NameOf(finding.Rip)}: {finding.Message}");
        }

        if (report.Result != report.Fixture.Header.Result)
            return (ProgramOutcome.WrongResult, $"0x{report.Result:x}, and 0x{report.Fixture.Header.Result:x} on the processor");
        return report.Diagnostics is [var first, ..] ? (ProgramOutcome.UnreachableCode, first.Format(report.Fixture.Name))
            : report.Unmet is { } unmet ? (ProgramOutcome.Fault, unmet)
            : (ProgramOutcome.Clean, "");
    }
}
