using Elf;

namespace Objtool.Code;

/// <summary>A section of instructions, and where they stand in <see cref="ObjectCode.Instructions"/>: [First, End).</summary>
public sealed class CodeSection(ElfSection section)
{
    /// <summary>The section of the file.</summary>
    public ElfSection Section { get; } = section;

    /// <summary>Its name.</summary>
    public string Name => Section.Name;

    /// <summary>Number of the first instruction.</summary>
    public int First { get; internal set; }

    /// <summary>One past the number of the last instruction.</summary>
    public int End { get; internal set; }

    /// <summary>
    /// Replacement code is copied over other code at boot, and discarded sections are gone by then: both are analysed
    /// but need no rows of their own.
    /// </summary>
    public bool HasRows { get; } =
        section.Name is not (".altinstr_replacement" or ".altinstr_aux")
        && !section.Name.StartsWith(".discard.", StringComparison.Ordinal);
}
