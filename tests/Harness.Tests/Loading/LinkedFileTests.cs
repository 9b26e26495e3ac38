using Elf;
using Emulator;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Undwarf;

namespace Harness.Tests.Loading;

/// <summary>Files that a linker made of generated objects, tables included.</summary>
public sealed class LinkedFileTests
{
    private const ulong KernelText = 0xffffffff81000000;

    /// <summary>The kernel's way (vmlinux.lds.h, UNDWARF_TABLE of June 2017): each section between symbols, kept by name.</summary>
    private const string KernelScript = """
        ENTRY(main)
        SECTIONS
        {
            . = 0xffffffff81000000;
            .text : { *(.text .text.*) }
            . = ALIGN(0x1000);
            .rodata : { *(.rodata .rodata.*) }
            . = ALIGN(4);
            .undwarf_ip : {
                __start_undwarf_ip = .;
                KEEP(*(.undwarf_ip))
                __stop_undwarf_ip = .;
            }
            . = ALIGN(8);
            .undwarf : {
                __start_undwarf = .;
                KEEP(*(.undwarf))
                __stop_undwarf = .;
            }
            . = ALIGN(0x1000);
            .data : { *(.data .data.*) }
            .bss : { *(.bss .bss.* COMMON) }
            /DISCARD/ : { *(.discard.*) *(.note*) *(.comment) }
        }
        """;

    /// <summary>Three fixtures of different kinds, each of which can be the one that runs.</summary>
    private static LinkedProgram ThreeFixtures() => new LinkedProgram()
        .Fixture("functions/push-pop")
        .Fixture("functions/drap-r10", "main=main_of_drap", "clobber=clobber_of_drap")
        .Fixture("functions/leave", "main=main_of_leave");

    [Theory]
    [InlineData("main", 0x2c)]
    [InlineData("main_of_drap", 0x68)]
    [InlineData("main_of_leave", 0x37)]
    public void PartiallyLinkedObjects_Verify(string entry, ulong result)
    {
        using var program = ThreeFixtures();
        var path = program.Link("all.o", null, "-r");
        Assert.Equal(ElfFileType.Relocatable, ElfFile.Read(path).Type);
        AssertVerifies(path, entry, result);
    }

    [Theory]
    [InlineData("main", 0x2c)]
    [InlineData("main_of_drap", 0x68)]
    [InlineData("main_of_leave", 0x37)]
    public void ImageLinkedByTheKernelsScript_Verifies(string entry, ulong result)
    {
        using var program = ThreeFixtures();
        var path = program.Link("vmlinux", KernelScript, "-static");
        var file = ElfFile.Read(path);
        Assert.Equal(ElfFileType.Executable, file.Type);
        Assert.Equal(KernelText, file.FindSection(".text")!.Address);
        AssertBracket(file, ".undwarf_ip", 4, TableFormat.IpSize);
        AssertBracket(file, ".undwarf", 8, UndwarfV2Format.Extended.EntrySize);
        AssertVerifies(path, entry, result);
    }

    [Theory]
    [InlineData("main", 0x2c)]
    [InlineData("main_of_drap", 0x68)]
    public void PlainStaticExecutable_Verifies(string entry, ulong result)
    {
        using var program = ThreeFixtures();
        var path = program.Link("a.out", null, "-static", "-e", entry);
        Assert.InRange(ElfFile.Read(path).FindSection(".text")!.Address, 0x400000UL, 0x4fffffUL);
        AssertVerifies(path, entry, result);
    }

    /// <summary>The order in which the linker meets the objects is the order of the rows: it must not matter.</summary>
    [Theory]
    [InlineData("first.o", "second.o", "third.o")]
    [InlineData("third.o", "second.o", "first.o")]
    [InlineData("second.o", "third.o", "first.o")]
    public void TerminatorAtAnotherObjectsFirstFunction_GivesWay(params string[] order)
    {
        // Each object's code is a multiple of 16 bytes: its terminator stands where the next one's code begins.
        const string Full = ".balign 16, 0x90\n";
        using var program = new LinkedProgram()
            .Assembly("first", $"FUNCTION main\n pushq %rbx\n call second\n popq %rbx\n ret\n{Full}END_FUNCTION main")
            .Assembly("second", $"FUNCTION second\n subq $8, %rsp\n call third\n addq $8, %rsp\n ret\n{Full}END_FUNCTION second")
            .Assembly("third", $"FUNCTION third\n pushq %rbp\n movq %rsp, %rbp\n movl $9, %eax\n leave\n ret\n{Full}END_FUNCTION third");
        var path = program["all.o"];
        Programs.Run("ld", ["-r", "-o", path, .. order.Select(name => program[name])]);

        var file = ElfFile.Read(path);
        var places = new List<ulong>();
        foreach (var relocation in file.FindSection(".undwarf_ip")!.Relocations)
            places.Add(unchecked(file.Symbols[relocation.Symbol].Value + (ulong)relocation.Addend));
        Assert.Equal(2, places.Count - places.Distinct().Count());
        AssertVerifies(path, "main", 9);
    }

    [Fact]
    public void FileWithAndWithoutTable_LinkedTogether_IsCoveredWhereTheTableIs()
    {
        using var program = new LinkedProgram()
            .Assembly("first", "FUNCTION main\n call bare\n ret\nEND_FUNCTION main")
            .Assembly("bare", "FUNCTION bare\n movl $1, %eax\n ret\nEND_FUNCTION bare");
        Programs.Require("objcopy");
        Programs.Run("objcopy", "--remove-section=.undwarf", "--remove-section=.undwarf_ip", program["bare.o"]);
        var report = LinkedProgram.Verify(program.Link("all.o", null, "-r"));
        Assert.Equal(["bare+0x0", "bare+0x5"], report.Mismatches.Select(mismatch => report.Image!.Symbols.NameOf(mismatch.Rip)));
    }

    [Theory]
    [InlineData("-shared")]
    [InlineData("-pie")]
    public void SharedFile_IsRefused(string option)
    {
        using var program = new LinkedProgram().Assembly("first", "anchor:\nFUNCTION main\n ret\nEND_FUNCTION main");
        var path = program.Link("first.so", null, option, "-e", "main");
        var exception = Assert.Throws<InputException>(() => LinkedProgram.Verify(path));
        Assert.Equal($"{path}: a shared file; only relocatable and static executable files can be run", exception.Message);
    }

    [Fact]
    public void StrippedExecutable_HasNoEntry()
    {
        using var program = new LinkedProgram().Assembly("first", "FUNCTION main\n ret\nEND_FUNCTION main");
        var path = program.Link("first", null, "-static", "-s", "-e", "main");
        var exception = Assert.Throws<InputException>(() => LinkedProgram.Verify(path));
        Assert.Equal($"{path}: there is no symbol 'main'", exception.Message);
    }

    /// <summary>Where the harness has its own things, or where nothing can be: one line, not a crash.</summary>
    [Theory]
    [InlineData("section .text at 0xffffc90000001000 lies where the harness has its stacks, [0xffffc90000000000, 0xffffc90000100000)", "-Ttext=0xffffc90000001000")]
    [InlineData("section .data at 0x7ffefff8 lies where the harness has its stacks, [0x7ffec000, 0x7fff0000)", "-Ttext=0x400000", "-Tdata=0x7ffefff8")]
    [InlineData("sections reach beyond the end of the address space", "-Ttext=0xfffffffffffff000")]
    [InlineData("rows lie 0xffffffff81c0", "-Ttext=0x400000", "--section-start=.far=0xffffffff82000000")]
    [InlineData("its code lies 0x21c0", "-Ttext=0x400000", "--section-start=.far=0x22000000")]
    public void ExecutableThatCannotBePlaced_IsRefusedInOneLine(string expected, params string[] options)
    {
        using var program = new LinkedProgram().Assembly("first", """
            FUNCTION main
                movq    word(%rip), %rax
                ret
            END_FUNCTION main
                .section .far, "ax"
            FUNCTION far
                ret
            END_FUNCTION far
                .data
            word: .quad 1
            """);
        Programs.Require("ld");
        var path = program["odd"];
        Programs.Run("ld", ["-static", "-e", "main", .. options, "-o", path, program["first.o"]]);
        var exception = Assert.Throws<InputException>(() => LinkedProgram.Verify(path));
        Assert.StartsWith($"{path}: {expected}", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    private static void AssertVerifies(string path, string entry, ulong result)
    {
        foreach (var mode in new[] { InterruptMode.None, InterruptMode.Each })
        {
            var report = LinkedProgram.Verify(path, entry, mode);
            Verifying.AssertPassed(report);
            Assert.True(report.Counters.RowsUsed > 0);
            Assert.Equal(result, LinkedProgram.ResultOf(report, entry));
        }
    }

    private static void AssertBracket(ElfFile file, string section, ulong alignment, int entrySize)
    {
        ulong AddressOf(string name)
        {
            foreach (var symbol in file.Symbols)
            {
                if (symbol.Name == name)
                    return symbol.Value;
            }

            throw new InvalidOperationException(name);
        }

        var (begin, end) = (AddressOf($"__start_{section[1..]}"), AddressOf($"__stop_{section[1..]}"));
        var header = file.FindSection(section)!;
        Assert.Equal((begin, end - begin), (header.Address, header.Size));
        Assert.Equal(0UL, begin % alignment);
        Assert.Equal(0UL, (end - begin) % (ulong)entrySize);
    }
}
