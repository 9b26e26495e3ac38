namespace Elf;

/// <summary>A symbol to add with a new symbol table.</summary>
/// <param name="Name">Its name, without a NUL.</param>
/// <param name="Value">Of a linked file: its address.</param>
/// <param name="Size">Bytes, 0 if unknown.</param>
/// <param name="Type">What it names.</param>
/// <param name="Binding">Local ones are put first.</param>
/// <param name="Section">The number of its section; null: the value is absolute.</param>
public readonly record struct NewSymbol(string Name, ulong Value, ulong Size, SymbolType Type, SymbolBinding Binding, int? Section);
