using Elf;
using Objtool.Diagnostics;

namespace Harness.Fixtures;

/// <summary>An object file with its table.</summary>
/// <param name="Name">The fixture's name.</param>
/// <param name="File">The file, table included. Without one when the analysis failed.</param>
/// <param name="Diagnostics">What the analysis found; nothing when the file brought its own table.</param>
/// <param name="Header">What the source says about it.</param>
internal sealed record PreparedObject(string Name, ElfFile File, IReadOnlyList<Diagnostic> Diagnostics, FixtureHeader Header)
{
    /// <summary>
    /// SHA-256, in hexadecimal, of the source and of what the assembler or compiler made of it: a header counts, and so does an
    /// included file.
    /// </summary>
    public string Hash { get; init; } = "";

    /// <summary>Did the analysis give up, so that there is no table?</summary>
    public bool IsRefused => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
