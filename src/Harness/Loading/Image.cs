using Elf;
using Emulator;
using Harness.Loading.Rows;
using Undwarf;
using Undwarf.Quirks;
using Unwinder;
using Unwinder.Lookup;
using Unwinder.Tables;

namespace Harness.Loading;

/// <summary>A fixture and the code it runs on, linked to their places and ready to be mapped into a machine.</summary>
internal sealed class Image
{
    /// <summary>What is known of each byte of code is kept in arrays.</summary>
    private const ulong MaximumTextSize = 512 << 20;

    private readonly IReadOnlyList<MemoryArea> _areas;
    private readonly int[] _objectOfRow;
    private readonly QuirkSet _quirks;
    private CallFrameRows? _callFrames;
    private DirectMap? _lookup;

    /// <exception cref="InputException">Code too far apart.</exception>
    public Image(
        IReadOnlyList<LoadedObject> objects,
        SymbolScope scope,
        IReadOnlyList<MemoryArea> areas,
        UndwarfTable table,
        int[] objectOfRow,
        IReadOnlySet<ulong> intraFunctionCalls,
        QuirkSet quirks = QuirkSet.None)
    {
        IntraFunctionCalls = intraFunctionCalls;
        _areas = areas;
        _objectOfRow = objectOfRow;
        Objects = objects;
        Scope = scope;
        Table = table;
        Symbols = new SymbolMap(objects);
        (KernelText, UserText) = (TextOf(objects, isUser: false), TextOf(objects, isUser: true));
        if (KernelText.Size > MaximumTextSize)
            throw new InputException($"{objects[0].File.Name}: its code lies 0x{KernelText.Size:x} bytes apart, more than 0x{MaximumTextSize:x}");
        _quirks = quirks;
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<LoadedObject> Objects { get; }

    /// <summary>Their names.</summary>
    public SymbolScope Scope { get; }

    /// <summary>The rows of all of them, sorted.</summary>
    public UndwarfTable Table { get; }

    /// <summary>
    /// Does the table tell a declared blind spot from code that was never analysed? ORC does not: the harness then knows
    /// of blind spots by what fixtures declare.
    /// </summary>
    public bool TellsBlindSpots => Objects.All(loaded => loaded.File.FindSection(OrcFormat.Linux64.EntrySection) is null || loaded.File.FindSection(UndwarfV2Format.Extended.EntrySection) is not null);

    /// <summary>Finds rows of <see cref="Table"/>. Made when it is first asked for, since it takes four times the size of the code.</summary>
    public DirectMap Lookup => _lookup ??= new DirectMap(Table, KernelText.Begin, KernelText.End, _quirks, GeneratedCode(Objects));

    /// <summary>
    /// A kernel's tables and its modules', which find the same rows with the same numbers; null where fixtures are linked
    /// into one.
    /// </summary>
    public TableSet? Tables { get; init; }

    /// <summary>What GS holds when there is a kernel's per-CPU data, which is linked to 0; null without.</summary>
    public ulong? PerCpuBase => _areas.Any(area => area.MappedAt != area.Begin) ? GuestLayout.PerCpu : null;

    /// <summary>The row that holds at an interrupted instruction, or -1.</summary>
    public int RowAt(ulong ip) => Tables is { } tables ? tables.Lookup.IndexOf(ip) : Lookup.IndexOf(ip);

    /// <summary>The call frame information of all of them.</summary>
    /// <exception cref="InputException">It does not hold together.</exception>
    public CallFrameRows CallFrames => _callFrames ??= new CallFrameRows(Objects);

    /// <summary>Names addresses.</summary>
    public SymbolMap Symbols { get; }

    /// <summary>Where calls are that only push their return address: no caller waits there.</summary>
    public IReadOnlySet<ulong> IntraFunctionCalls { get; }

    /// <summary>From the first kernel code to behind the last, whatever lies between.</summary>
    public TextRange KernelText { get; }

    /// <summary>The same of user mode code; empty without any.</summary>
    public TextRange UserText { get; }

    /// <summary>Does a row belong to the fixture, rather than to the code it runs on?</summary>
    public bool IsRowOfFixture(int row) => !Objects[_objectOfRow[row]].IsRuntime;

    /// <summary>Does the name mean code or data that the fixture runs on, and not the fixture's own?</summary>
    public bool IsOfRuntime(string name) => Scope.Find(name) is { } address && Objects.Any(loaded => loaded.IsRuntime
        && loaded.File.Symbols.Any(symbol => symbol.Name == name && loaded.AddressOf(symbol) == address));

    /// <summary>The rows that an unwinder uses.</summary>
    public UnwindRows RowsOf(UnwinderKind unwinder) => unwinder switch
    {
        UnwinderKind.Undwarf => new UndwarfRows(this),
        UnwinderKind.Dwarf => CallFrames,
        _ => UnwindRows.None,
    };

    /// <summary>The address of a name.</summary>
    /// <exception cref="InputException">Nothing defines it.</exception>
    public ulong Require(string name) =>
        Scope.Find(name) ?? throw new InputException($"{Objects[0].File.Name}: there is no symbol '{name}'");

    /// <summary>Maps the image into a machine's memory.</summary>
    public void MapInto(GuestMemory memory)
    {
        foreach (var area in _areas)
            area.MapInto(memory);
    }

    /// <summary>The bytes of a stretch of code.</summary>
    public ReadOnlySpan<byte> CodeAt(ulong address, ulong length) =>
        (_areas.FirstOrDefault(area => area.Contains(address, length))
            ?? throw new InputException($"{Objects[0].File.Name}: there is no code at 0x{address:x}")).At(address, length);

    private static IEnumerable<(ulong Begin, ulong End)> GeneratedCode(IReadOnlyList<LoadedObject> objects) =>
        from loaded in objects
        from section in loaded.AllocatedSections
        where SectionClasses.IsGenerated(section)
        select (loaded.AddressOf(section), loaded.AddressOf(section) + section.Size);

    private static TextRange TextOf(IReadOnlyList<LoadedObject> objects, bool isUser)
    {
        var (begin, end) = (ulong.MaxValue, 0UL);
        foreach (var loaded in objects)
        {
            foreach (var section in loaded.AllocatedSections.Where(section => section.Flags.HasFlag(SectionFlags.Execute)))
            {
                if (SectionClasses.ClassOf(section) == SectionClass.UserText != isUser)
                    continue;
                begin = Math.Min(begin, loaded.AddressOf(section));
                end = Math.Max(end, loaded.AddressOf(section) + section.Size);
            }
        }

        return end == 0 ? default : new TextRange(begin, end);
    }
}
