using Elf;
using Harness.Loading.Patching;
using Objtool.Analysis.Special;
using Objtool.Tables;
using Undwarf;
using Undwarf.Quirks;

namespace Harness.Loading;

/// <summary>Links files into an image.</summary>
internal static class ImageBuilder
{
    /// <summary>Links a fixture with the code it runs on. A definition of the fixture's replaces a weak one of the latter.</summary>
    /// <exception cref="InputException">Files that do not fit together.</exception>
    /// <exception cref="UndwarfFormatException">A table that does not hold together.</exception>
    public static Image Build(IEnumerable<ElfFile> fixture, IEnumerable<ElfFile> runtime, CodeVariant variant = CodeVariant.AsBuilt, QuirkSet quirks = QuirkSet.None)
    {
        LoadedObject[] objects =
        [
            .. fixture.Select(file => new LoadedObject(file, isRuntime: false)),
            .. runtime.Select(file => new LoadedObject(file, isRuntime: true)),
        ];
        foreach (var loaded in objects.Where(loaded => loaded.File.Type == ElfFileType.Shared))
            throw new InputException($"{loaded.File.Name}: a shared file; only relocatable and static executable files can be run");

        var placer = new SectionPlacer(objects);
        var relocatable = objects.Where(loaded => loaded.File.Type == ElfFileType.Relocatable).ToArray();
        placer.ReserveGotSlots(relocatable.Sum(ImageRelocator.CountGotSlots));
        placer.Place();

        var scope = new SymbolScope();
        foreach (var (name, address) in StackArea.Symbols())
            scope.Define(name, address);
        scope.Define("__user_stack_top", GuestLayout.UserStack);
        foreach (var loaded in objects)
            scope.Add(loaded);

        var areas = MemoryAreaPlanner.Plan(objects, placer.GotBegin, placer.GotEnd);
        var relocator = new ImageRelocator(scope, areas, placer.GotBegin);
        foreach (var loaded in relocatable)
            relocator.Apply(loaded);
        var intraFunctionCalls = new HashSet<ulong>(relocatable.SelectMany(IntraFunctionCallsOf));
        if (variant == CodeVariant.Patched)
        {
            var patcher = new CodePatcher(areas, intraFunctionCalls);
            foreach (var loaded in relocatable)
                patcher.Patch(loaded);
        }

        var (table, objectOfRow) = ReadTable(objects, areas, quirks);
        return new Image(objects, scope, areas, table, objectOfRow, intraFunctionCalls, quirks);
    }

    private static IEnumerable<ulong> IntraFunctionCallsOf(LoadedObject loaded)
    {
        foreach (var (section, offset) in AnnotationSection.Read(loaded.File, AnnotationSection.IntraFunctionCalls))
        {
            if (section is not null)
                yield return loaded.AddressOf(section) + offset;
        }
    }

    private static (UndwarfTable Table, int[] ObjectOfRow) ReadTable(LoadedObject[] objects, IReadOnlyList<MemoryArea> areas, QuirkSet quirks)
    {
        var rows = new List<UndwarfRow>();
        var objectOfSource = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            rows.AddRange(ReadRows(objects[i], areas).Where(row => !IsWithoutRows(row.Address, objects)));
            while (objectOfSource.Count < rows.Count)
                objectOfSource.Add(i);
        }

        var table = TableOf(rows, objects[0], quirks);
        var objectOfRow = new int[table.Count];
        for (var row = 0; row < table.Count; row++)
            objectOfRow[row] = objectOfSource[table.SourceIndexOf(row)];
        return (table, objectOfRow);
    }

    private static UndwarfTable TableOf(List<UndwarfRow> rows, LoadedObject first, QuirkSet quirks)
    {
        try
        {
            return UndwarfTable.FromRows(rows.ToArray(), quirks);
        }
        catch (UndwarfFormatException exception)
        {
            throw new InputException($"{first.File.Name}: {exception.Message}");
        }
    }

    /// <summary>
    /// A kernel's table has no rows for user mode, nor for code that is made at run time; those of code that shares an
    /// object file with it are left out.
    /// </summary>
    private static bool IsWithoutRows(ulong address, LoadedObject[] objects) => objects.Any(loaded => loaded.AllocatedSections.Any(section =>
        (SectionClasses.ClassOf(section) == SectionClass.UserText || SectionClasses.IsGenerated(section)) && unchecked(address - loaded.AddressOf(section)) <= section.Size));

    /// <summary>The rows that a placed and relocated file brings.</summary>
    /// <exception cref="InputException">They do not hold together.</exception>
    public static UndwarfRow[] ReadRows(LoadedObject loaded, IReadOnlyList<MemoryArea> areas)
    {
        try
        {
            if (TableFormatDetection.Detect(loaded.File) is not { } format
                || loaded.File.FindSection(format.EntrySection) is not { Size: > 0 } entries || loaded.File.FindSection(format.IpSection) is not { Size: > 0 } ips)
            {
                return [];
            }

            var address = loaded.AddressOf(ips);
            return UndwarfTable.ReadRows(format, BytesOf(ips), address, BytesOf(entries));
        }
        catch (UndwarfFormatException exception)
        {
            throw new InputException($"{loaded.File.Name}: {exception.Message}");
        }

        ReadOnlySpan<byte> BytesOf(ElfSection section)
        {
            var place = loaded.AddressOf(section);
            return areas.First(area => area.Contains(place, section.Size)).At(place, section.Size);
        }
    }
}
