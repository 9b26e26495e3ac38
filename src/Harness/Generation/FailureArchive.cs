using System.Diagnostics;
using System.Globalization;
using System.Text;
using Harness.Fixtures;
using Harness.Reduction;
using Harness.Verification;
using Undwarf.Quirks;

namespace Harness.Generation;

/// <summary>Makes fixtures of programs that failed: assembly with a header, reduced where frames are wrong.</summary>
/// <param name="family">What generated them.</param>
/// <param name="preparer">What makes objects of sources.</param>
/// <param name="options">How they were verified, and where failures go.</param>
/// <param name="command">The words that make a program again, without its seed.</param>
internal sealed class FailureArchive(ProgramFamily family, FixturePreparer preparer, FuzzOptions options, string command)
{
    /// <summary>The command that makes and verifies a program again.</summary>
    public string CommandFor(ProgramResult result) => string.Create(CultureInfo.InvariantCulture, $"{command} --seed {result.Seed} --count 1");

    /// <summary>Writes a fixture of a failure.</summary>
    /// <returns>The file; null when failures are not kept, or there is no code to keep.</returns>
    public string? Keep(ProgramRun run)
    {
        if (options.SavePath is not { } folder || run.Source is null || run.Result.Outcome == ProgramOutcome.NotBuilt)
            return null;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{run.Result.Kind}-{run.Result.Seed}{(run.Result.Setting.Length > 0 ? $"-{run.Result.Setting}" : "")}.s");
        var code = WithoutHeader(family.AssemblyOf(run.Source, run.Setting));
        File.WriteAllText(path, Header(run.Result, run.Result.Checksum) + code);
        if (run.Result.Outcome == ProgramOutcome.WrongFrames)
            Reduce(path, run.Result, code);
        return path;
    }

    private void Reduce(string path, ProgramResult result, string code)
    {
        var shorter = family.ShorterRunsOf(code).FirstOrDefault(some =>
        {
            File.WriteAllText(path, Header(result, null) + some);
            return new FixtureVerifier(preparer, options.Verification).Verify(FixtureDiscovery.Read(path)).WrongPoints > 0;
        });
        if (shorter is null)
            File.WriteAllText(path, Header(result, result.Checksum) + code);
        try
        {
            // A fixture that names a fault is expected to be right without it.
            var judge = Fault is null ? preparer : preparer.With(QuirkSet.None, SourceVariant.Repaired);
            var (source, _) = new FixtureReducer(judge, options.Verification) { Patience = options.ReductionTime }.Reduce(FixtureDiscovery.Read(path));
            File.WriteAllText(path, source);
        }
        catch (InputException exception)
        {
            // It stays as large as it is; what hindered is told with it.
            File.AppendAllText(path, $"\n# not reduced: {exception.Message.ReplaceLineEndings(" ")}\n");
        }
    }

    /// <summary>The fault that is asked for, when it is one.</summary>
    private Quirk? Fault => QuirkCatalog.All.Where(quirk => preparer.Quirks.HasFlag(quirk.Flag)).ToArray() is [var quirk] ? quirk : null;

    private string Header(ProgramResult result, ulong? returned)
    {
        var text = new StringBuilder();
        text.AppendLine($"# harness: what made by {CommandFor(result)}: {result.Detail.ReplaceLineEndings(" ")}");
        text.AppendLine($"# harness: entry={family.Entry}{(returned is { } value ? $" result=0x{value:x}" : "")}");
        text.AppendLine($"# harness: expect={(Fault is { } quirk ? $"quirk:{quirk.Name}" : "pass")}");
        return text.AppendLine().ToString();
    }

    private static string WithoutHeader(string source) =>
        string.Join('\n', source.Split('\n').SkipWhile(line => line.StartsWith('#') || line.Length == 0));
}
