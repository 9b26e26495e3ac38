using System.Runtime.InteropServices;
using Elf.Records;

namespace Elf;

/// <summary>Gives a file without a symbol table one.</summary>
public static class SymbolTableWriter
{
    /// <summary>Adds .symtab and .strtab.</summary>
    /// <param name="editor">Of a file that has neither.</param>
    /// <param name="symbols">In any order; those of one binding keep theirs.</param>
    /// <exception cref="ArgumentException">A section number that a symbol table can't hold, or a name with a NUL.</exception>
    public static void Add(ElfEditor editor, IReadOnlyList<NewSymbol> symbols)
    {
        var names = new StringTableBuilder([]);
        var records = new SymbolRecord[symbols.Count + 1];
        var next = 1;
        foreach (var symbol in symbols.Where(symbol => symbol.Binding == SymbolBinding.Local))
            records[next++] = RecordOf(symbol, names);
        var locals = next;
        foreach (var symbol in symbols.Where(symbol => symbol.Binding != SymbolBinding.Local))
            records[next++] = RecordOf(symbol, names);

        var strings = editor.AddSection(new NewSection { Name = ".strtab", Type = SectionType.StringTable, Contents = names.Contents });
        editor.AddSection(new NewSection
        {
            Name = ".symtab",
            Type = SectionType.SymbolTable,
            Alignment = sizeof(ulong),
            EntrySize = SymbolRecord.ByteSize,
            Link = (uint)strings,
            Info = (uint)locals,
            Contents = MemoryMarshal.AsBytes(records.AsSpan()).ToArray(),
        });
    }

    private static SymbolRecord RecordOf(in NewSymbol symbol, StringTableBuilder names)
    {
        if (symbol.Section is < 0 or >= ReservedIndex.First)
            throw new ArgumentException($"symbol {ElfName.Quote(symbol.Name)}: section {symbol.Section} needs an extended index", nameof(symbol));
        return new SymbolRecord(
            names.Add(symbol.Name), (byte)(((int)symbol.Binding << 4) | (int)symbol.Type), 0,
            (ushort)(symbol.Section ?? ReservedIndex.Absolute), symbol.Value, symbol.Size);
    }
}
