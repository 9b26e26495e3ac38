namespace Elf;

/// <summary>A section to add. Every value goes into the section header as it is given.</summary>
public sealed record NewSection
{
    public required string Name { get; init; }

    /// <summary>Any type with contents: not <see cref="SectionType.Null"/> and not <see cref="SectionType.NoBits"/>.</summary>
    public required SectionType Type { get; init; }

    public SectionFlags Flags { get; init; }

    /// <summary>sh_addralign: 0 or a power of two.</summary>
    public ulong Alignment { get; init; } = 1;

    /// <summary>sh_entsize; if it is not 0 the contents must be a multiple of it.</summary>
    public ulong EntrySize { get; init; }

    /// <summary>sh_link: a section of the file or one added before.</summary>
    public uint Link { get; init; }

    /// <summary>sh_info; with <see cref="SectionFlags.InfoLink"/> a section of the file or one added before.</summary>
    public uint Info { get; init; }

    /// <summary>Not copied before <see cref="ElfEditor.Build"/>.</summary>
    public ReadOnlyMemory<byte> Contents { get; init; }
}
