using System.Text.Json;
using Objtool.Analysis;
using Objtool.Diagnostics;

namespace Harness.Commands.Objtool;

/// <summary>Writes what was found in many files, as text or as JSON.</summary>
internal sealed class DiagnosticReport(bool withBacktrace, bool asJson)
{
    private static readonly JsonSerializerOptions _jsonOptions = new() { WriteIndented = true };
    private readonly List<object> _json = [];
    private int _filesWithWarnings;
    private int _failed;

    /// <summary>Warnings so far.</summary>
    public int Warnings { get; private set; }

    /// <summary>Reports a file that was analysed.</summary>
    public void Add(string path, AnalysisResult analysis)
    {
        foreach (var diagnostic in analysis.Diagnostics)
            Write(path, diagnostic, analysis);
        Warnings += analysis.Diagnostics.Count;
        _filesWithWarnings += analysis.Diagnostics.Count > 0 ? 1 : 0;
    }

    /// <summary>Reports a file that could not be analysed, and returns the exit code that this calls for.</summary>
    public int AddFailure(string path, Exception failure)
    {
        _failed++;
        if (failure is AnalysisException exception)
        {
            Write(path, exception.Diagnostic, null);
            return ExitCode.Findings;
        }

        if (asJson)
            _json.Add(new { file = path, error = failure.Message });
        FileFailures.Write(path, failure);
        return ExitCode.BadInput;
    }

    /// <summary>Ends the report; a summary when there were several files.</summary>
    public void Finish(int files)
    {
        if (asJson)
            Console.Out.WriteLine(JsonSerializer.Serialize(_json, _jsonOptions));
        else if (files > 1)
            Console.Out.WriteLine($"{files} files: {Warnings} warnings in {_filesWithWarnings}, {_failed} failed");
    }

    private void Write(string path, Diagnostic diagnostic, AnalysisResult? analysis)
    {
        if (asJson)
        {
            _json.Add(DiagnosticJson.Of(path, diagnostic));
            return;
        }

        Console.Error.WriteLine(diagnostic.Format(path));
        if (!withBacktrace)
            return;
        foreach (var line in DiagnosticDetail.Lines(diagnostic, analysis))
            Console.Error.WriteLine($"    {line}");
    }
}
