using Undwarf;
using Unwinder.Lookup;

namespace Unwinder.Tables;

/// <summary>
/// The tables of a running kernel: the image's, set up once, and those of the modules that come and go. Safe to change
/// while others look up: each of them has what there was when it began.
/// </summary>
public sealed class TableSet
{
    private readonly Lock _changes = new();
    private CodeRange _coreCode;
    private CodeRange _initCode;
    private FixedBlockSearch _core;
    private UndwarfTable _table = UndwarfTable.Empty;
    private ModuleTable[] _modules = [];
    private int _nextRow;

    /// <summary>Is the image's table there?</summary>
    public TableSetStatus Status { get; private set; }

    /// <summary>What the kernel would print; null when there is nothing to print.</summary>
    public string? Message => Status switch
    {
        TableSetStatus.BadOrMissing => "Bad or missing undwarf table. Disabling unwinder.",
        TableSetStatus.Corrupt => "Corrupt undwarf table. Disabling unwinder.",
        _ => null,
    };

    /// <summary>Looks up what there is now; nothing before <see cref="SetUp"/> has succeeded.</summary>
    public TableSetLookup Lookup
    {
        get
        {
            lock (_changes)
                return Status == TableSetStatus.Ready ? new TableSetLookup(_core, _coreCode, _initCode, _table, _modules) : default;
        }
    }

    /// <summary>Sorts the image's table and builds its blocks.</summary>
    /// <param name="sections">The image's table.</param>
    /// <param name="coreCode">_stext to _etext.</param>
    /// <param name="initCode">_sinittext to _einittext; empty when it is gone.</param>
    public TableSetStatus SetUp(in TableSections sections, CodeRange coreCode, CodeRange initCode)
    {
        lock (_changes)
            return Status = TrySetUp(sections, coreCode, initCode);
    }

    /// <summary>Adds a module's table. Without both sections a module has none, and its code none to be unwound by.</summary>
    /// <param name="name">The module.</param>
    /// <param name="code">Its code; no other module's.</param>
    /// <param name="sections">Its table.</param>
    /// <exception cref="UndwarfFormatException">
    /// Sizes that do not divide, counts that differ, code that is another's. The kernel only warns of the first two, and
    /// may read past the end of the rows then.
    /// </exception>
    public void AddModule(string name, CodeRange code, in TableSections sections)
    {
        if (sections.Ips.IsEmpty || sections.Entries.IsEmpty)
            return;
        var table = sections.Read();
        lock (_changes)
        {
            if (Array.Find(_modules, module => module.Name == name || module.Code.Overlaps(code)) is { } known)
                throw new UndwarfFormatException($"module {name} is in the way of {known.Name}");
            _nextRow = Math.Max(_nextRow, _table.Count);
            ModuleTable[] modules = [.. _modules, new ModuleTable(name, code, table, _nextRow)];
            Array.Sort(modules, (a, b) => a.Code.Begin.CompareTo(b.Code.Begin));
            _modules = modules;
            _nextRow = checked(_nextRow + table.Count);
        }
    }

    /// <summary>Takes a module's table away. False when there is none of that name.</summary>
    public bool RemoveModule(string name)
    {
        lock (_changes)
        {
            var modules = Array.FindAll(_modules, module => module.Name != name);
            var found = modules.Length != _modules.Length;
            _modules = modules;
            return found;
        }
    }

    private TableSetStatus TrySetUp(in TableSections sections, CodeRange coreCode, CodeRange initCode)
    {
        if (!sections.IsWellFormed)
            return TableSetStatus.BadOrMissing;
        try
        {
            _table = sections.Read();
        }
        catch (UndwarfFormatException)
        {
            return TableSetStatus.Corrupt;
        }

        _core = new FixedBlockSearch(_table, coreCode.Begin, coreCode.End);
        if (!_core.IsComplete)
            return TableSetStatus.Corrupt;
        (_coreCode, _initCode) = (coreCode, initCode);
        return TableSetStatus.Ready;
    }
}
