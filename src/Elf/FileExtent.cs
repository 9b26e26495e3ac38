namespace Elf;

/// <summary>A range of the file, [Start, End), that one structure owns: a section by number, or a header table.</summary>
internal readonly record struct FileExtent(ulong Start, ulong End, int Owner)
{
    public const int FileHeader = -1;
    public const int SectionHeaders = -2;
    public const int SegmentHeaders = -3;

    /// <summary>Two structures that share bytes, or null. Sorts the extents by start.</summary>
    public static (FileExtent First, FileExtent Second)? FindOverlap(Span<FileExtent> extents)
    {
        extents.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        for (var i = 1; i < extents.Length; i++)
        {
            if (extents[i].Start < extents[i - 1].End)
                return (extents[i - 1], extents[i]);
        }

        return null;
    }
}
