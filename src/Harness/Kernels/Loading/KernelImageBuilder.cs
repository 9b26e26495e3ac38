using Elf;
using Harness.Kernels.Patching;
using Harness.Kernels.Symbols;
using Harness.Loading;
using Objtool.Tables;
using Undwarf;
using Undwarf.Quirks;
using Unwinder.Tables;

namespace Harness.Kernels.Loading;

/// <summary>
/// Links a kernel, modules and the code that calls them: the kernel stays where it was linked to, modules follow it and find
/// names where a module loader does, among what the kernel and other modules export.
/// </summary>
internal static class KernelImageBuilder
{
    /// <summary>Links them.</summary>
    /// <param name="kernel">A linked kernel, with a symbol table.</param>
    /// <param name="modules">Object files.</param>
    /// <param name="runtime">The code that calls them, with tables.</param>
    /// <param name="cpu">The processor for which they patch themselves; null: they are left as they were built.</param>
    /// <param name="hasHeap">Is the harness's own allocator among the code that calls them, to take the place of the kernel's?</param>
    /// <exception cref="InputException">Files that do not fit together, or without tables.</exception>
    public static KernelImage Build(ElfFile kernel, IReadOnlyList<ElfFile> modules, IEnumerable<ElfFile> runtime, CpuModel? cpu = null, bool hasHeap = false)
    {
        var format = FormatOf(kernel);
        LoadedObject[] objects =
        [
            new LoadedObject(kernel, isRuntime: false),
            .. modules.Select(file => new LoadedObject(file, isRuntime: false)),
            .. runtime.Select(file => new LoadedObject(file, isRuntime: true)),
        ];
        var relocatable = objects[1..];
        var placer = new SectionPlacer(objects);
        placer.ReserveGotSlots(relocatable.Sum(ImageRelocator.CountGotSlots));
        placer.Place();

        var scope = ScopeOf(objects);
        var areas = MemoryAreaPlanner.Plan(objects, placer.GotBegin, placer.GotEnd);
        var relocator = new ImageRelocator(scope, areas, placer.GotBegin);
        foreach (var loaded in relocatable)
        {
            RefuseUnresolved(loaded, scope);
            relocator.Apply(loaded);
        }

        if (cpu is not null)
        {
            var patcher = new KernelPatcher(objects[0], areas, cpu);
            foreach (var loaded in objects.Where(loaded => !loaded.IsRuntime))
                patcher.Patch(loaded);
        }

        if (hasHeap)
            HeapSubstitution.Apply(objects[0], areas, scope);
        var thunks = new IndirectThunks(objects[0], areas);
        var (table, objectOfRow) = KernelTables.Merge(objects, areas);
        var image = new Image(objects, scope, areas, table, objectOfRow, thunks.Calls, QuirkSet.None) { Tables = KernelTables.SetUp(objects, areas, table) };
        return new KernelImage(image, thunks, [.. modules.Select(NameOf)], format, objectOfRow.Count(index => index <= modules.Count));
    }

    /// <summary>What a module is called: its file's name up to the first dot, with underscores.</summary>
    public static string NameOf(ElfFile module) => Path.GetFileName(module.Name).Split('.')[0].Replace('-', '_');

    private static TableFormat FormatOf(ElfFile kernel)
    {
        if (kernel.FindSection(OrcFormat.Linux64.EntrySection) is not { Size: > 0 } || kernel.FindSection(OrcFormat.Linux64.IpSection) is not { Size: > 0 })
            throw new InputException($"{kernel.Name}: no ORC tables (.orc_unwind, .orc_unwind_ip): nothing to unwind by (CONFIG_UNWINDER_ORC)");
        return TableFormatDetection.Detect(kernel)!;
    }

    /// <summary>Exports of the kernel, then of the modules, and all names of the code that calls them.</summary>
    private static SymbolScope ScopeOf(LoadedObject[] objects)
    {
        var scope = new SymbolScope();
        foreach (var (name, address) in StackArea.Symbols())
            scope.Define(name, address);
        foreach (var (name, address) in ExportTable.OfKernel(objects[0].File))
            scope.Define(name, address);
        foreach (var loaded in objects[1..])
        {
            if (loaded.IsRuntime)
                scope.Add(loaded);
            else
                AddExports(loaded, scope);
        }

        return scope;
    }

    private static void AddExports(LoadedObject module, SymbolScope scope)
    {
        var exports = ExportTable.OfModule(module.File).ToHashSet();
        foreach (var symbol in module.File.Symbols)
        {
            if (symbol.Binding == SymbolBinding.Local || !exports.Contains(symbol.Name) || module.AddressOf(symbol) is not { } address)
                continue;
            if (scope.Find(symbol.Name) is not null)
                throw new InputException($"{module.File.Name}: exports '{symbol.Name}', which the kernel or another module exports too");
            scope.Define(symbol.Name, address);
        }
    }

    private static void RefuseUnresolved(LoadedObject module, SymbolScope scope)
    {
        foreach (var symbol in module.File.Symbols)
        {
            if (symbol.Index == 0 || symbol.Placement != SymbolPlacement.Undefined || symbol.Binding == SymbolBinding.Weak || scope.Find(symbol.Name) is not null)
                continue;
            var depends = ModuleInformation.ValueOf(module.File, "depends");
            throw new InputException(
                $"{module.File.Name}: neither the kernel nor another module given exports '{symbol.Name}'{(depends is { Length: > 0 } ? $"; it depends on {depends}: give those with --module too" : "")}");
        }
    }
}
