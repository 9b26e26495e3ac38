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

    /// <summary>What is to be said of a file that was analysed. Several files may be looked at together.</summary>
    public FileFindings FindingsOf(string path, AnalysisResult analysis)
    {
        var diagnostics = analysis.Diagnostics;
        return asJson
            ? new FileFindings(diagnostics.Count, [], [.. diagnostics.Select(diagnostic => DiagnosticJson.Of(path, diagnostic))])
            : new FileFindings(diagnostics.Count, [.. diagnostics.SelectMany(diagnostic => Lines(path, diagnostic, analysis))], []);
    }

    /// <summary>Reports a file that was analysed.</summary>
    public void Add(FileFindings findings)
    {
        foreach (var line in findings.Lines)
            Console.Error.WriteLine(line);
        _json.AddRange(findings.Json);
        Warnings += findings.Warnings;
        _filesWithWarnings += findings.Warnings > 0 ? 1 : 0;
    }

    /// <summary>Reports a file that could not be analysed, and returns the exit code that this calls for.</summary>
    public int AddFailure(string path, Exception failure)
    {
        _failed++;
        if (failure is AnalysisException exception)
        {
            if (asJson)
                _json.Add(DiagnosticJson.Of(path, exception.Diagnostic));
            else
                Console.Error.WriteLine(exception.Diagnostic.Format(path));
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

    private IEnumerable<string> Lines(string path, Diagnostic diagnostic, AnalysisResult analysis)
    {
        yield return diagnostic.Format(path);
        if (!withBacktrace)
            yield break;
        foreach (var line in DiagnosticDetail.Lines(diagnostic, analysis))
            yield return $"    {line}";
    }
}
