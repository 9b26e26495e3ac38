using System.Buffers.Binary;
using Elf.Tests.Kit;

namespace Elf.Tests;

/// <summary>Edited files as the tools of the toolchain see them: no complaint, and nothing else has changed.</summary>
public class BinutilsTests
{
    private const string Program = """
        extern int callee(int);
        static int counter;
        static __attribute__((noinline)) int twice(int x) { return callee(x) + callee(counter++); }
        int work(int x) { return twice(x) + 1; }
        """;

    [Theory]
    [InlineData("gcc", "-O2")]
    [InlineData("gcc", "-O2 -g -ffunction-sections -fPIC")]
    [InlineData("clang-14", "-O2")]
    [InlineData("clang-14", "-O2 -g -ffunction-sections -fPIC")]
    public void EditedObjectIsAcceptedAndOtherwiseUnchanged(string compiler, string options)
    {
        using var scratch = new Scratch();
        var path = Tool.Compile(scratch, Tool.Require(compiler), "work", Program, options.Split(' '));
        var before = ElfFile.Read(path);
        var disassembly = Tool.Run("objdump", "-dr", path);
        Tool.Run("readelf", "-aW", path);
        AddTable(path, path);

        var listing = Tool.Run("readelf", "-aW", path);
        Assert.Contains(".rela.undwarf_ip", listing, StringComparison.Ordinal);
        Assert.Equal(disassembly, Tool.Run("objdump", "-dr", path));
        Tool.Run("objcopy", path, scratch["copy.o"]);
        ReadelfComparison.Check(path);

        var after = ElfFile.Read(path);
        foreach (var old in before.Sections.Where(section => section.Index != before.Tables.SectionNamesIndex))
        {
            Assert.Equal(old.Header, after.Sections[old.Index].Header);
            Assert.Equal(old.Contents.ToArray(), after.Sections[old.Index].Contents.ToArray());
        }
    }

    [Fact]
    public void CombiningEditedObjectsMovesTheirTables()
    {
        using var scratch = new Scratch();
        string[] paths =
        [
            Tool.Assemble(scratch, "first", ".text\n.skip 100, 0x90\nfirst: ret\n call first@PLT\n"),
            Tool.Assemble(scratch, "second", ".text\n.globl second\nsecond: ret\n.data\n.quad .text\n"),
        ];
        foreach (var path in paths)
            AddTable(path, path);
        Tool.Run("ld", "-r", "-o", scratch["both.o"], paths[0], paths[1]);
        Tool.Run("readelf", "-aW", scratch["both.o"]);

        var both = ElfFile.Read(scratch["both.o"]);
        var ip = both.FindSection(".undwarf_ip")!;
        Assert.Equal(2UL * 4 * 2, ip.Size);
        Assert.Equal([0UL, 4, 8, 12], ip.Relocations.ToArray().Select(r => r.Offset));
        var second = (long)both.Symbols.Find("second")!.Value.Value;
        Assert.Equal(
            [0, 1, second, second + 1],
            ip.Relocations.ToArray().Select(r => (long)both.Symbols[r.Symbol].Value + r.Addend));
    }

    [Theory]
    [InlineData("gcc")]
    [InlineData("clang-14")]
    public void LinkedTableHoldsInstructionAddressesRelativeToItself(string compiler)
    {
        using var scratch = new Scratch();
        var path = Tool.Compile(scratch, Tool.Require(compiler), "work", Program, "-O2", "-fno-asynchronous-unwind-tables");
        var callee = Tool.Compile(scratch, compiler, "callee", "int callee(int x) { return x; }", "-O2");
        AddTable(path, path);
        Tool.Run("ld", "-e", "work", "-o", scratch["linked"], path, callee);

        var linked = ElfFile.Read(scratch["linked"]);
        var ip = linked.FindSection(".undwarf_ip")!;
        var text = linked.FindSection(".text")!;
        for (var i = 0; i < 2; i++)
        {
            var relative = BinaryPrimitives.ReadInt32LittleEndian(ip.Contents[(4 * i)..]);
            Assert.Equal(text.Address + (ulong)i, unchecked(ip.Address + (ulong)(4 * i) + (ulong)relative));
        }
    }

    [Fact]
    public void EditedProgramStillRuns()
    {
        using var scratch = new Scratch();
        var source = scratch.Write("hello.c", "#include <stdio.h>\nint main(void) { return puts(\"hello\") < 0; }\n");
        Tool.Run(Tool.Require("gcc"), "-O2", "-o", scratch["hello"], source);
        var file = ElfFile.Read(scratch["hello"]);
        var editor = new ElfEditor(file);
        var rodata = file.FindSection(".rodata")!;
        var text = rodata.Contents.ToArray();
        text.AsSpan(text.AsSpan().IndexOf("hello"u8), 5).Reverse();
        editor.ReplaceContents(rodata, text);
        editor.AddSection(new() { Name = ".note.added", Type = SectionType.ProgBits, Contents = new byte[100] });
        Assert.Throws<ArgumentException>(() => editor.ReplaceContents(rodata, new byte[text.Length + 1]));
        editor.Save(scratch["hello"]);

        Tool.Run("readelf", "-aW", scratch["hello"]);
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(scratch["hello"]) { RedirectStandardOutput = true })!;
        Assert.Equal("olleh\n", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void ObjectCrossingTheSectionLimitIsAccepted()
    {
        using var scratch = new Scratch();
        // as adds .text, .data, .bss, the symbol table and two string tables: this ends just below the limit.
        var path = Tool.Assemble(scratch, "many", ManySections.Source(0xff00 - 10));
        Assert.InRange(ElfFile.Read(path).Sections.Length, 0xff00 - 8, 0xff00 - 1);
        for (var i = 0; i < 4; i++)
        {
            var editor = new ElfEditor(ElfFile.Read(path));
            editor.AddSection(new() { Name = $".a{i}", Type = SectionType.ProgBits, Contents = new byte[1] });
            editor.AddSection(new() { Name = $".b{i}", Type = SectionType.ProgBits, Contents = new byte[1] });
            editor.Save(path);
        }

        Assert.True(ElfFile.Read(path).Sections.Length >= 0xff00);
        Assert.Contains(".b3", Tool.Run("readelf", "-SW", path), StringComparison.Ordinal);
        Tool.Run("readelf", "-hsrW", path);
    }

    [Fact]
    public void ObjectBeyondTheSectionLimitKeepsItsExtendedIndices()
    {
        using var scratch = new Scratch();
        var path = Tool.Assemble(scratch, "many", ManySections.Source(65_400));
        AddTable(path, path);
        Tool.Run("readelf", "-hSsrW", path);
        ReadelfComparison.Check(path);
        Assert.Equal(".t65399", ElfFile.Read(path).Symbols.Find("last")!.Value.Section?.Name);
    }

    /// <summary>A row for the first and one for the second byte of the first section with code.</summary>
    private static void AddTable(string from, string to)
    {
        var file = ElfFile.Read(from);
        var code = file.Sections.First(s => s.Flags.HasFlag(SectionFlags.Execute) && s.Size > 0);
        // clang may leave out the section symbol: then any symbol in the section does.
        var symbol = file.Symbols.FindSectionSymbol(code) ?? file.Symbols.First(s => s.Section == code);
        var editor = new ElfEditor(file);
        var ip = editor.AddSection(new() { Name = ".undwarf_ip", Type = SectionType.ProgBits, Flags = SectionFlags.Alloc, EntrySize = 4, Contents = new byte[8] });
        editor.AddRelocationSection(ip,
        [
            new(0, RelocationType.Pc32, symbol.Index, -(long)symbol.Value),
            new(4, RelocationType.Pc32, symbol.Index, 1 - (long)symbol.Value),
        ]);
        editor.AddSection(new() { Name = ".undwarf", Type = SectionType.ProgBits, Flags = SectionFlags.Alloc, EntrySize = 8, Contents = new byte[16] });
        editor.Save(to);
    }
}
