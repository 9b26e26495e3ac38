using Elf;
using Harness.Loading;
using Objtool.Tables;
using Undwarf;
using Unwinder.Tables;

namespace Harness.Kernels.Loading;

/// <summary>The tables of a kernel, its modules and the code that calls them: as one, and as a kernel keeps them.</summary>
internal static class KernelTables
{
    /// <summary>The rows of all files in one table, and for each row the number of its file.</summary>
    /// <exception cref="InputException">A table that does not hold together.</exception>
    public static (UndwarfTable Table, int[] ObjectOfRow) Merge(LoadedObject[] objects, IReadOnlyList<MemoryArea> areas)
    {
        var rows = new List<UndwarfRow>();
        var objectOfSource = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            rows.AddRange(ImageBuilder.ReadRows(objects[i], areas));
            while (objectOfSource.Count < rows.Count)
                objectOfSource.Add(i);
        }

        var table = Checked(objects[0], () => UndwarfTable.FromRows(rows.ToArray()));
        var objectOfRow = new int[table.Count];
        for (var row = 0; row < table.Count; row++)
            objectOfRow[row] = objectOfSource[table.SourceIndexOf(row)];
        return (table, objectOfRow);
    }

    /// <summary>The same rows with the same numbers as a kernel keeps them: the image's by blocks, each module's by itself.</summary>
    /// <exception cref="InputException">A table that a kernel would refuse.</exception>
    public static TableSet SetUp(LoadedObject[] objects, IReadOnlyList<MemoryArea> areas, UndwarfTable merged)
    {
        var set = new TableSet();
        var kernel = objects[0];
        if (set.SetUp(Checked(kernel, () => SectionsOf(kernel, areas))!.Value, RangeOf(kernel, ".text"), RangeOf(kernel, ".init.text")) != TableSetStatus.Ready)
            throw new InputException($"{kernel.File.Name}: a kernel would say: {set.Message}");
        foreach (var loaded in objects[1..])
        {
            if (SectionsOf(loaded, areas) is { } sections)
                Checked(loaded, () => { set.AddModule(loaded.File.Name, CodeOf(loaded), sections); return 0; });
        }

        RefuseDifferentNumbers(kernel, set, merged);
        return set;
    }

    /// <summary>
    /// Each row that can be found must be found under its number. Rows of code that is neither the kernel's core or init
    /// code nor a module's can't be found, here as in a kernel.
    /// </summary>
    private static void RefuseDifferentNumbers(LoadedObject kernel, TableSet set, UndwarfTable merged)
    {
        var lookup = set.Lookup;
        for (var row = 0; row < merged.Count; row++)
        {
            var isLast = row + 1 == merged.Count || merged.AddressOf(row + 1) != merged.AddressOf(row);
            if (isLast && lookup.IndexOf(merged.AddressOf(row)) is >= 0 and var found && (found != row || lookup[found] != merged[row].Entry))
                throw new InputException($"{kernel.File.Name}: the row at 0x{merged.AddressOf(row):x} has another number in the table of its file: overlapping code?");
        }
    }

    private static TableSections? SectionsOf(LoadedObject loaded, IReadOnlyList<MemoryArea> areas)
    {
        if (TableFormatDetection.Detect(loaded.File) is not { } format
            || loaded.File.FindSection(format.EntrySection) is not { Size: > 0 } entries || loaded.File.FindSection(format.IpSection) is not { Size: > 0 } ips)
        {
            return null;
        }

        return new TableSections(format, BytesOf(ips), loaded.AddressOf(ips), BytesOf(entries));

        byte[] BytesOf(ElfSection section)
        {
            var place = loaded.AddressOf(section);
            return areas.First(area => area.Contains(place, section.Size)).At(place, section.Size).ToArray();
        }
    }

    private static CodeRange RangeOf(LoadedObject kernel, string name) =>
        kernel.File.FindSection(name) is { } section ? new CodeRange(section.Address, section.Address + section.Size) : default;

    private static CodeRange CodeOf(LoadedObject module)
    {
        ElfSection[] code = [.. module.AllocatedSections.Where(section => section.Flags.HasFlag(SectionFlags.Execute))];
        return code.Length == 0 ? default : new CodeRange(code.Min(module.AddressOf), code.Max(section => module.AddressOf(section) + section.Size));
    }

    private static T Checked<T>(LoadedObject loaded, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UndwarfFormatException exception)
        {
            throw new InputException($"{loaded.File.Name}: {exception.Message}");
        }
    }
}
