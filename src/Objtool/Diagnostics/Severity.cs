namespace Objtool.Diagnostics;

/// <summary>What a diagnostic means for the file.</summary>
public enum Severity
{
    /// <summary>The path it is about was given up; the rest of the file was analysed and its table can be written.</summary>
    Warning,

    /// <summary>The file can't be analysed: no table is written.</summary>
    Error,
}
