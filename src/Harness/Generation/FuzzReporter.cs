using System.Diagnostics;
using System.Globalization;
using Harness.Verification.Results;
using Harness.Verification.Scheduling;

namespace Harness.Generation;

/// <summary>Keeps, prints and sums up what came of generated programs, as it comes: whoever ends the run loses nothing of it.</summary>
internal sealed class FuzzReporter : IFuzzObserver, IDisposable
{
    private readonly object _gate = new();
    private readonly ProgramFamily _family;
    private readonly FailureArchive _archive;
    private readonly ProgressLine? _progress;
    private readonly TextWriter _output;
    private readonly FileStream? _json;
    private readonly Dictionary<string, FuzzTotals> _settings = [];
    private readonly FuzzTotals _all = new();
    private readonly long _begin = Stopwatch.GetTimestamp();

    /// <param name="family">What is generated.</param>
    /// <param name="archive">Keeps failures.</param>
    /// <param name="jsonPath">A line for each result is added to this file; null: to none.</param>
    /// <param name="progress">Shows how far it is; null: nothing does.</param>
    /// <param name="output">Findings go here.</param>
    public FuzzReporter(ProgramFamily family, FailureArchive archive, string? jsonPath, ProgressLine? progress, TextWriter output)
    {
        (_family, _archive, _progress, _output) = (family, archive, progress, output);
        _json = jsonPath is null ? null : new FileStream(jsonPath, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>Is there something to look into?</summary>
    public bool HasFindings => _all.HasFindings;

    /// <summary>All of it.</summary>
    public FuzzTotals Totals => _all;

    /// <inheritdoc/>
    public void Finished(ProgramRun run)
    {
        // Reducing takes long, and others need not wait for it.
        var result = ProgramOutcomes.IsFinding(run.Result.Outcome) ? run.Result with { Saved = _archive.Keep(run) } : run.Result;
        lock (_gate)
        {
            Totals(result.Setting).Add(result);
            _all.Add(result);
            _json?.Write([.. ResultJson.Line(result), (byte)'\n']);
            if (ProgramOutcomes.IsFinding(result.Outcome))
                WriteFinding(result);
            _progress?.Show(elapsed => string.Create(
                CultureInfo.InvariantCulture,
                $"{_all.Programs:N0} programs, {_all.Counters.Points:N0} points, {elapsed.TotalSeconds:F0} s: {result.Kind} seed {result.Seed}"));
        }

        FuzzTotals Totals(string setting) => _settings.TryGetValue(setting, out var totals) ? totals : _settings[setting] = new FuzzTotals();
    }

    /// <summary>Writes the sum of all.</summary>
    public void WriteSummary(ulong nextSeed)
    {
        _progress?.Clear();
        var totals = _family.Settings.Where(setting => _settings.ContainsKey(setting.Name)).Select(setting => (setting.Name, _settings[setting.Name])).ToArray();
        _output.Write(FuzzSummary.Write(totals, _all, Stopwatch.GetElapsedTime(_begin), nextSeed));
    }

    /// <inheritdoc/>
    public void Dispose() => _json?.Dispose();

    private void WriteFinding(ProgramResult result)
    {
        _progress?.Clear();
        _output.WriteLine($"FAIL {result.Kind} seed {result.Seed}{(result.Setting.Length > 0 ? $", {result.Setting}" : "")}: {ProgramOutcomes.NameOf(result.Outcome)}: {result.Detail.ReplaceLineEndings(" ")}");
        _output.WriteLine($"     again     {_archive.CommandFor(result)}");
        if (result.Saved is { } saved)
            _output.WriteLine($"     saved     {saved}");
        _output.Flush();
    }
}
