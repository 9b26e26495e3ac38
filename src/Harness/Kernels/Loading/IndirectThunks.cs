using Elf;
using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Kernels.Loading;

/// <summary>
/// The retpoline thunks: code that calls only to push an address, and that its authors declared blind (UNWIND_HINT_EMPTY in
/// arch/x86/lib/retpoline.S). Their annotations are not in the files that are shipped, but their names are.
/// </summary>
internal static class IndirectThunks
{
    private const string Prefix = "__x86_indirect_";

    /// <summary>Where the calls in them are.</summary>
    public static IEnumerable<ulong> CallsIn(LoadedObject kernel)
    {
        foreach (var thunk in ThunksOf(kernel.File))
        {
            var code = thunk.Section!.Contents.Slice((int)(thunk.Value - thunk.Section.Address), (int)thunk.Size).ToArray();
            for (var offset = 0; offset < code.Length;)
            {
                var instruction = InstructionDecoder.Decode(code.AsSpan(offset), thunk.Value + (ulong)offset);
                if (instruction.Kind == InstructionKind.Call)
                    yield return thunk.Value + (ulong)offset;
                offset += Math.Max(1, instruction.Length);
            }
        }
    }

    /// <summary>Their names.</summary>
    public static IEnumerable<string> NamesOf(ElfFile kernel) => ThunksOf(kernel).Select(thunk => thunk.Name).Distinct();

    private static IEnumerable<ElfSymbol> ThunksOf(ElfFile kernel)
    {
        foreach (var symbol in kernel.Symbols)
        {
            if (symbol.Type == SymbolType.Function && symbol.Size is > 0 and < 256 && symbol.Name.StartsWith(Prefix, StringComparison.Ordinal)
                && symbol.Section is { } section && symbol.Value - section.Address <= section.Size - symbol.Size)
            {
                yield return symbol;
            }
        }
    }
}
