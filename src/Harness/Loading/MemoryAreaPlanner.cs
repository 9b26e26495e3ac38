using Elf;
using Emulator;

namespace Harness.Loading;

/// <summary>
/// Gathers placed sections into areas of whole pages: sections that share a page share an area and its protection.
/// </summary>
internal static class MemoryAreaPlanner
{
    /// <summary>int3: what lies between and behind functions must not be run through.</summary>
    private const byte TextFiller = 0xcc;

    private readonly record struct Extent(ulong Begin, ulong End, GuestProtection Protection, bool IsPerCpu = false);

    /// <summary>Areas for all sections of the objects and for further variables, filled with the sections' contents.</summary>
    public static IReadOnlyList<MemoryArea> Plan(IReadOnlyList<LoadedObject> objects, ulong extraBegin, ulong extraEnd)
    {
        var extents = new List<Extent>();
        if (extraEnd > extraBegin)
            extents.Add(new Extent(extraBegin, extraEnd, GuestProtection.Read | GuestProtection.Write));
        foreach (var loaded in objects)
        {
            foreach (var section in loaded.AllocatedSections)
                extents.Add(ExtentOf(loaded, section));
        }

        var areas = Merge(extents);
        foreach (var loaded in objects)
        {
            foreach (var section in loaded.AllocatedSections.Where(section => !section.Contents.IsEmpty))
                CopyContents(loaded, section, areas);
        }

        return areas;
    }

    private static Extent ExtentOf(LoadedObject loaded, ElfSection section)
    {
        var begin = loaded.AddressOf(section);
        var executable = section.Flags.HasFlag(SectionFlags.Execute);
        return new Extent(
            begin,
            begin + section.Size + (executable ? GuestLayout.TextPadding : 0),
            GuestProtection.Read
                | (executable ? GuestProtection.Execute : GuestProtection.None)
                | (section.Flags.HasFlag(SectionFlags.Write) ? GuestProtection.Write : GuestProtection.None),
            SectionClasses.IsPerCpu(section) && begin < GuestLayout.UserImage);
    }

    private static List<MemoryArea> Merge(List<Extent> extents)
    {
        var areas = new List<MemoryArea>();
        extents.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        for (var i = 0; i < extents.Count;)
        {
            var begin = extents[i].Begin & ~(GuestLayout.PageSize - 1);
            var end = begin;
            var protection = GuestProtection.None;
            ulong? mappedAt = extents[i].IsPerCpu ? GuestLayout.PerCpu + begin : null;
            do
            {
                end = Math.Max(end, GuestLayout.AlignUp(extents[i].End, GuestLayout.PageSize));
                protection |= extents[i].Protection;
                i++;
            }
            while (i < extents.Count && extents[i].Begin < end);

            var executable = protection.HasFlag(GuestProtection.Execute);
            areas.Add(new MemoryArea(executable ? "text" : "data", begin, end, protection, executable ? TextFiller : (byte)0, mappedAt));
        }

        return areas;
    }

    private static void CopyContents(LoadedObject loaded, ElfSection section, List<MemoryArea> areas)
    {
        var address = loaded.AddressOf(section);
        section.Contents.CopyTo(areas.First(area => area.Contains(address, section.Size)).At(address, section.Size));
    }
}
