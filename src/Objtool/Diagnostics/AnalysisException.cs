namespace Objtool.Diagnostics;

/// <summary>The file can't be analysed; <see cref="Diagnostic"/> says where and why.</summary>
public sealed class AnalysisException(Diagnostic diagnostic) : Exception(diagnostic.ToString())
{
    /// <summary>The finding that made it impossible.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
