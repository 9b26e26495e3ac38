using Harness.Kernels.Loading;
using Harness.Loading;

namespace Harness.Kernels.Verification;

/// <summary>Which rows belong to which function of a kernel and its modules.</summary>
internal sealed class FunctionIndex
{
    private readonly ulong[] _begins;
    private readonly Image _image;

    public FunctionIndex(KernelImage kernel)
    {
        _image = kernel.Image;
        _begins = [.. _image.Objects.Take(1 + kernel.Modules.Count).SelectMany(BeginsOf).Distinct().Order()];
    }

    /// <summary>The functions, by their first address, that some rows belong to.</summary>
    public SortedSet<ulong> FunctionsOf(IEnumerable<int> rows) => [.. rows.Select(row => BeginOf(_image.Table.AddressOf(row)))];

    /// <summary>The rows of some functions that a run could use.</summary>
    public IEnumerable<int> RowsOf(IEnumerable<ulong> functions)
    {
        foreach (var begin in functions)
        {
            var end = EndOf(begin);
            for (var row = Math.Max(0, _image.Table.IndexOf(begin)); row < _image.Table.Count && _image.Table.AddressOf(row) < end; row++)
            {
                if (_image.Table.AddressOf(row) >= begin && !_image.Table[row].Entry.IsWeak)
                    yield return row;
            }
        }
    }

    private static IEnumerable<ulong> BeginsOf(LoadedObject loaded)
    {
        foreach (var symbol in loaded.File.Symbols)
        {
            if (symbol.Type == Elf.SymbolType.Function && loaded.AddressOf(symbol) is { } address)
                yield return address;
        }
    }

    private ulong BeginOf(ulong address)
    {
        var index = Array.BinarySearch(_begins, address);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? _begins[index] : address;
    }

    private ulong EndOf(ulong begin)
    {
        var index = Array.BinarySearch(_begins, begin);
        return index >= 0 && index + 1 < _begins.Length ? _begins[index + 1] : begin + 1;
    }
}
