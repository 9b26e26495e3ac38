using Undwarf;
using Unwinder.Lookup;

namespace Unwinder.Tables;

/// <summary>
/// What a table set knew at one moment. An unwind that began with it goes on with it, whatever module comes or goes
/// meanwhile (the kernel keeps modules from going by disabling preemption).
/// </summary>
public readonly struct TableSetLookup : IRowLookup
{
    private readonly FixedBlockSearch _core;
    private readonly CodeRange _coreCode;
    private readonly CodeRange _initCode;
    private readonly UndwarfTable _table;
    private readonly ModuleTable[] _modules;

    internal TableSetLookup(FixedBlockSearch core, CodeRange coreCode, CodeRange initCode, UndwarfTable table, ModuleTable[] modules)
    {
        _core = core;
        _coreCode = coreCode;
        _initCode = initCode;
        _table = table;
        _modules = modules;
        IsReady = true;
    }

    /// <inheritdoc/>
    public bool IsReady { get; }

    /// <summary>
    /// The core's text by its blocks, init code by a search of the whole table, other addresses by the table of the module
    /// that has them.
    /// </summary>
    public int IndexOf(ulong ip)
    {
        if (!IsReady)
            return -1;
        if (_coreCode.Contains(ip))
            return _core.IndexOf(ip);
        if (_initCode.Contains(ip))
            return _table.IndexOf(ip);
        return ModuleAt(ip)?.IndexOf(ip) ?? -1;
    }

    /// <inheritdoc/>
    public ref readonly UndwarfEntry this[int index]
    {
        get
        {
            if (index < _table.Count)
                return ref _table.Entries[index];
            var module = ModuleOfRow(index);
            return ref module.Table.Entries[index - module.FirstRow];
        }
    }

    private ModuleTable? ModuleAt(ulong ip)
    {
        var (low, high) = (-1, _modules.Length);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (_modules[middle].Code.Begin <= ip)
                low = middle;
            else
                high = middle;
        }

        return low >= 0 && _modules[low].Code.Contains(ip) ? _modules[low] : null;
    }

    private ModuleTable ModuleOfRow(int index) =>
        Array.Find(_modules, module => unchecked((uint)(index - module.FirstRow)) < (uint)module.Table.Count)
        ?? throw new ArgumentOutOfRangeException(nameof(index), index, "no module has this row");
}
