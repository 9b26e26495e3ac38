using Elf.Tests.Kit;

namespace Elf.Tests;

/// <summary>A symbol table for a file that was stripped.</summary>
public class SymbolTableWriterTests
{
    [Fact]
    public void StrippedFileGetsSymbolsThatReadelfShows()
    {
        using var scratch = new Scratch();
        var path = Tool.Assemble(scratch, "plain", ".text\n.globl first\nfirst: ret\nsecond: nop\n ret\n");
        Tool.Run("objcopy", "--strip-all", path);
        var stripped = ElfFile.Read(path);
        Assert.Empty(stripped.Symbols);

        var text = stripped.FindSection(".text")!.Index;
        var editor = new ElfEditor(stripped);
        SymbolTableWriter.Add(editor,
        [
            new NewSymbol("first", 0, 1, SymbolType.Function, SymbolBinding.Global, text),
            new NewSymbol("second", 1, 2, SymbolType.Function, SymbolBinding.Local, text),
            new NewSymbol("offset", 0x28, 0, SymbolType.None, SymbolBinding.Weak, null),
        ]);
        editor.Save(path);

        var edited = ElfFile.Read(path);
        Assert.Equal(["", "second", "first", "offset"], edited.Symbols.Select(symbol => symbol.Name));
        Assert.Equal([SymbolPlacement.Undefined, SymbolPlacement.Section, SymbolPlacement.Section, SymbolPlacement.Absolute], edited.Symbols.Select(symbol => symbol.Placement));
        ReadelfComparison.Check(path);
        var listing = Tool.Run("readelf", "-sW", path);
        Assert.Matches(@"1: 0000000000000001 +2 FUNC +LOCAL +DEFAULT +\d+ second", listing);
        Assert.Matches(@"2: 0000000000000000 +1 FUNC +GLOBAL +DEFAULT +\d+ first", listing);
        Assert.Matches(@"3: 0000000000000028 +0 NOTYPE +WEAK +DEFAULT +ABS offset", listing);
    }

    [Fact]
    public void NamesWithNulAndTooLargeSectionNumbersAreRefused()
    {
        var file = TinyObject.Standard().Read();
        Assert.Throws<ArgumentException>(() => SymbolTableWriter.Add(new ElfEditor(file), [new NewSymbol("a\0b", 0, 0, SymbolType.None, SymbolBinding.Local, null)]));
        Assert.Throws<ArgumentException>(() => SymbolTableWriter.Add(new ElfEditor(file), [new NewSymbol("a", 0, 0, SymbolType.None, SymbolBinding.Local, 0xff00)]));
    }
}
