using Elf;
using Harness.Kernels.Patching;
using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Kernels.Loading;

/// <summary>
/// The retpoline thunks of a kernel: code that calls only to push an address, and that its authors declared blind
/// (UNWIND_HINT_EMPTY in arch/x86/lib/retpoline.S). Their annotations are not in the files that are shipped, but their names are.
/// </summary>
internal sealed class IndirectThunks
{
    private const string Prefix = "__x86_indirect_";
    private const int LargestThunkArray = 4096;

    private readonly TextRange[] _ranges;
    private readonly HashSet<ulong> _calls = [];

    /// <param name="kernel">The kernel.</param>
    /// <param name="areas">Its code, as it will run.</param>
    public IndirectThunks(LoadedObject kernel, IReadOnlyList<MemoryArea> areas)
    {
        var ranges = new HashSet<TextRange>();
        foreach (var symbol in kernel.File.Symbols)
        {
            if (symbol.Type != SymbolType.Function || symbol.Size is 0 or > LargestThunkArray || !symbol.Name.StartsWith(Prefix, StringComparison.Ordinal)
                || symbol.Section is not { } section || symbol.Value - section.Address > section.Size - symbol.Size)
            {
                continue;
            }

            if (ranges.Add(new TextRange(symbol.Value, symbol.Value + symbol.Size)))
                FindCalls(new PlacedSections(areas).At(symbol.Value, (int)symbol.Size), symbol.Value);
        }

        _ranges = [.. ranges.OrderBy(range => range.Begin)];
    }

    /// <summary>Where the calls in them are: no caller waits behind them.</summary>
    public IReadOnlySet<ulong> Calls => _calls;

    /// <summary>Is the instruction a call that only pushes?</summary>
    public bool Pushes(ulong rip) => Contains(rip) && _calls.Contains(rip);

    /// <summary>Does an address lie in one?</summary>
    public bool Contains(ulong rip)
    {
        if (_ranges.Length == 0 || rip < _ranges[0].Begin || rip >= _ranges[^1].End)
            return false;
        var (low, high) = (0, _ranges.Length);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            (low, high) = _ranges[middle].Begin <= rip ? (middle, high) : (low, middle);
        }

        return _ranges[low].Contains(rip);
    }

    private void FindCalls(ReadOnlySpan<byte> code, ulong address)
    {
        for (var offset = 0; offset < code.Length;)
        {
            var instruction = InstructionDecoder.Decode(code[offset..], address + (ulong)offset);
            if (instruction.Kind == InstructionKind.Call)
                _calls.Add(address + (ulong)offset);
            offset += Math.Max(1, instruction.Length);
        }
    }
}
