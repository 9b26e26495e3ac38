using Objtool.Diagnostics;

namespace Harness.Commands.Objtool;

/// <summary>How the failure of one file among many is told.</summary>
internal static class FileFailures
{
    /// <summary>One line on standard error.</summary>
    public static void Write(string path, Exception failure) =>
        Console.Error.WriteLine(failure is AnalysisException analysis ? analysis.Diagnostic.Format(path) : $"harness: {failure.Message.ReplaceLineEndings(" ")}");
}
