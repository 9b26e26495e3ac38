using System.Buffers.Binary;
using Elf.Tests.Kit;

namespace Elf.Tests;

/// <summary>Our relocated bytes beside those of GNU ld.</summary>
public class LinkerTests
{
    private const string NoExecutableStack = "\n.section .note.GNU-stack,\"\",@progbits\n";

    [Fact]
    public void EveryTypeGetsTheBytesThatLdWrites()
    {
        using var scratch = new Scratch();
        var path = Assemble(scratch, "every", """
            .macro field type, width, expression
                .reloc ., R_X86_64_\type, \expression
                .skip \width, 0xcc
            .endm
                .section .fields,"aw",@progbits
                .globl near
            near:
                field NONE, 1, near
                field 64, 8, target+0x1122334455667788
                field PC32, 4, target-4
                field PLT32, 4, target-4
                field GOTPCREL, 4, target-4
                field 32, 4, low+1
                field 32S, 4, high-1
                field 16, 2, tiny+0x7000
                field PC16, 2, near+5
                field 8, 1, tiny-1
                field PC8, 1, near-8
                field PC64, 8, target+9
                field GOTOFF64, 8, target+10
                field GOTPC32, 4, _GLOBAL_OFFSET_TABLE_+11
                field GOTPC64, 8, _GLOBAL_OFFSET_TABLE_+12
                field SIZE32, 4, sized+13
                field SIZE64, 8, sized-3
                field GOTPCRELX, 4, other-4
                field REX_GOTPCRELX, 4, target-4
                .text
                .globl target, other, sized
            target: ret
            other: ret
            sized: .skip 100
                .size sized, 100
            """);
        var linked = scratch["every"];
        Tool.Run(
            "ld", "--no-relax", "-static", "-e", "0", "--section-start=.fields=0x401000", "-Ttext=0x12402000",
            "--defsym=tiny=0x42", "--defsym=low=0x87654321", "--defsym=high=0xffffffff80001234", "-o", linked, path);
        var relocated = AssertSameBytes(path, linked, ".fields");
        Assert.Equal(
            Enumerable.Range(0, 64).Select(n => (RelocationType)n).Where(t => t.IsSupported),
            relocated.Distinct().Order());
    }

    [Theory]
    [InlineData("gcc", "-O2 -fno-pie -mcmodel=kernel", 4)]
    [InlineData("gcc", "-O2 -fPIC", 4)]
    [InlineData("gcc", "-O2 -fPIC -fno-plt", 4)]
    [InlineData("gcc", "-O2 -fno-pie -mcmodel=large", 4)]
    [InlineData("clang-14", "-O2 -fno-pic -mcmodel=kernel", 4)]
    [InlineData("clang-14", "-O2 -fPIC", 4)]
    public void CompiledCodeGetsTheBytesThatLdWrites(string compiler, string options, int atLeast)
    {
        using var scratch = new Scratch();
        var path = Tool.Compile(scratch, Tool.Require(compiler), "code", """
            extern int external(int);
            extern int data[8];
            static int counter = 1;
            int *const pointers[] = { &data[1], &counter, &data[3] };
            int dispatch(int i)
            {
                switch (i) {
                case 0: return external(1);
                case 1: return external(data[4]);
                case 2: return counter++;
                case 3: return *pointers[i];
                case 4: return external(7) + 1;
                case 5: return data[i];
                }
                return dispatch(external(i)) + 1;
            }
            """, options.Split(' '));
        var other = Assemble(scratch, "other", ".globl external, data\nexternal: ret\n.data\ndata: .skip 32\n");
        var linked = scratch["code"];
        Tool.Run("ld", "--no-relax", "-static", "-e", "0", "-Ttext=0x401000", "-Tdata=0x501000", "-o", linked, path, other);
        Assert.True(AssertSameBytes(path, linked, ".text").Count >= atLeast);
    }

    /// <summary>The borders of each range, taken from ld and not from our own idea of them.</summary>
    [Theory]
    [InlineData("PC32", RelocationType.Pc32)]
    [InlineData("PLT32", RelocationType.Plt32)]
    [InlineData("32", RelocationType.Absolute32)]
    [InlineData("32S", RelocationType.Absolute32Signed)]
    [InlineData("16", RelocationType.Absolute16)]
    [InlineData("PC16", RelocationType.Pc16)]
    [InlineData("8", RelocationType.Absolute8)]
    [InlineData("PC8", RelocationType.Pc8)]
    [InlineData("64", RelocationType.Absolute64)]
    [InlineData("PC64", RelocationType.Pc64)]
    public void ValuesOverflowWhereTheyDoForLd(string abiName, RelocationType type)
    {
        const ulong place = 0x401000;
        using var scratch = new Scratch();
        var path = Assemble(scratch, "border", $".data\n.reloc ., R_X86_64_{abiName}, value\n.skip {type.FieldSize}\n");
        var half = type.FieldSize == 8 ? 1UL << 63 : 1UL << ((type.FieldSize * 8) - 1);
        foreach (var result in unchecked((ulong[])[0, half - 1, half, half + 1, (2 * half) - 1, 2 * half, 0 - half, 0 - half - 1, ulong.MaxValue]))
        {
            var value = unchecked(result + (type.IsPcRelative ? place : 0));
            var linked = scratch["border"];
            var ld = Tool.Try("ld", "-static", "-e", "0", $"-Tdata=0x{place:x}", $"--defsym=value=0x{value:x}", "-o", linked, path);
            var field = new byte[type.FieldSize];
            var outcome = RelocationApplier.Apply(type, field, value, 0, place);

            Assert.Equal((result, ld.ExitCode == 0), (result, outcome == RelocationOutcome.Applied));
            if (ld.ExitCode == 0)
                Assert.Equal(ElfFile.Read(linked).FindSection(".data")!.Contents.ToArray(), field);
            else
                Assert.Contains("relocation truncated to fit", ld.Error, StringComparison.Ordinal);
        }
    }

    /// <returns>The types that were applied, in order.</returns>
    private static List<RelocationType> AssertSameBytes(string objectPath, string linkedPath, string name)
    {
        var (source, linked) = (ElfFile.Read(objectPath), ElfFile.Read(linkedPath));
        var section = source.FindSection(name)!;
        var target = linked.FindSection(name)!;
        var contents = section.Contents.ToArray();
        var gotBase = linked.Symbols.Find("_GLOBAL_OFFSET_TABLE_")?.Value ?? 0;
        var types = new List<RelocationType>();
        foreach (var relocation in section.Relocations)
        {
            var symbol = source.Symbols[relocation.Symbol];
            var value = relocation.Type.Operand switch
            {
                RelocationOperand.GotSlot => GotSlotOf(linked, AddressOf(linked, symbol)),
                RelocationOperand.GotBase => gotBase,
                RelocationOperand.SymbolSize => symbol.Size,
                _ => AddressOf(linked, symbol),
            };
            var place = target.Address + relocation.Offset;
            var outcome = RelocationApplier.Apply(
                relocation.Type, contents.AsSpan((int)relocation.Offset), value, relocation.Addend, place, gotBase);
            Assert.Equal(RelocationOutcome.Applied, outcome);
            types.Add(relocation.Type);
        }

        Assert.Equal(target.Contents[..contents.Length].ToArray(), contents);
        return types;
    }

    /// <summary>Local symbols by the section they are in: each has one input, so it starts where the output starts.</summary>
    private static ulong AddressOf(ElfFile linked, ElfSymbol symbol) =>
        symbol.Binding == SymbolBinding.Local && symbol.Section is { } section
            ? linked.FindSection(section.Name)!.Address + symbol.Value
            : linked.Symbols.Find(symbol.Name)!.Value.Value;

    private static ulong GotSlotOf(ElfFile linked, ulong address)
    {
        var got = linked.FindSection(".got")!;
        for (var slot = 0; slot < got.Contents.Length; slot += 8)
        {
            if (BinaryPrimitives.ReadUInt64LittleEndian(got.Contents[slot..]) == address)
                return got.Address + (ulong)slot;
        }

        throw new InvalidOperationException($"no GOT slot holds 0x{address:x}");
    }

    private static string Assemble(Scratch scratch, string name, string source)
    {
        Tool.Require("ld");
        return Tool.Assemble(scratch, name, source + NoExecutableStack);
    }
}
