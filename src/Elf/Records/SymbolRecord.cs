using System.Runtime.InteropServices;

namespace Elf.Records;

/// <summary>Elf64_Sym, 24 bytes (gABI, "Symbol Table").</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct SymbolRecord(uint Name, byte Info, byte Other, ushort Section, ulong Value, ulong Size)
{
    public const int ByteSize = 24;

    public SymbolType Type => (SymbolType)(Info & 0xf);

    public SymbolBinding Binding => (SymbolBinding)(Info >> 4);

    public SymbolVisibility Visibility => (SymbolVisibility)(Other & 3);
}
