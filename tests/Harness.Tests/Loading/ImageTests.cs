using Harness.Fixtures;
using Harness.Tests.Kit;

namespace Harness.Tests.Loading;

/// <summary>Object files put together by the harness itself.</summary>
public sealed class ImageTests
{
    /// <summary>Which of several definitions is meant. main's result says whose.</summary>
    public static TheoryData<string, string[], ulong> Definitions => new()
    {
        { "a strong definition in another file", ["call which", Which(2, "globl")], 2 },
        { "a weak one alone", ["call which", Which(1, "weak")], 1 },
        { "the strong one, though the weak one comes first", ["call which", Which(1, "weak"), Which(2, "globl")], 2 },
        { "the strong one, though the weak one comes last", ["call which", Which(2, "globl"), Which(1, "weak")], 2 },
        { "the first of two weak ones", ["call which", Which(3, "weak"), Which(1, "weak")], 3 },
        { "the strong one even for the file that has a weak one", [$"call which\n jmp 1f\n {Which(1, "weak")} 1:", Which(2, "globl")], 2 },
        { "a local one before a global one of another file", [$"call which\n jmp 1f\n {Which(1, "local")} 1:", Which(2, "globl")], 1 },
        { "nothing for a weak reference without definition", [".weak which\n movq $which, %rax"], 0 },
        { "a common symbol", ["movq $5, shared(%rip)\n movq shared(%rip), %rax\n .comm shared, 8, 8"], 5 },
        { "one common symbol for two files", ["call writes\n movq shared(%rip), %rax\n .comm shared, 8, 8", "FUNCTION writes\n movq $6, shared(%rip)\n ret\nEND_FUNCTION writes\n .comm shared, 8, 8"], 6 },
        { "the largest of common symbols", ["call writes\n movq shared(%rip), %rax\n .comm shared, 8, 8\n .comm behind, 8, 8", "FUNCTION writes\n movq $6, shared(%rip)\n movq $9, shared+8(%rip)\n movq behind(%rip), %rax\n addq %rax, shared(%rip)\n ret\nEND_FUNCTION writes\n .comm shared, 16, 8"], 6 },
        { "the definition, not the common symbol", ["movq shared(%rip), %rax\n .comm shared, 8, 8", ".data\n .balign 8\n .globl shared\nshared: .quad 7"], 7 },
        { "the common symbol, not the weak definition", ["movq shared(%rip), %rax\n .comm shared, 8, 8", ".data\n .weak shared\nshared: .quad 7"], 0 },
        { "an absolute symbol", ["movq $number, %rax", ".globl number\n .set number, 0x123"], 0x123 },
    };

    private static string Which(int result, string binding) =>
        $"anchor_{binding}:\n .{binding} which\n .type which, @function\nwhich: movl ${result}, %eax\n ret\n .size which, . - which\n";

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Reference_MeansTheDefinitionThatALinkerWouldTake(string what, string[] files, ulong expected)
    {
        Assert.NotEmpty(what);
        using var program = new LinkedProgram().Assembly("first", $"FUNCTION main\n {files[0]}\n ret\nEND_FUNCTION main\n");
        for (var i = 1; i < files.Length; i++)
            program.Assembly($"other{i}", files[i]);

        var report = program.VerifyTogether();
        Verifying.AssertPassed(report);
        Assert.Equal(expected, LinkedProgram.ResultOf(report));
    }

    /// <summary>The linker's opinion of the same files.</summary>
    [Theory]
    [MemberData(nameof(Definitions))]
    public void Linker_TakesTheSameDefinition(string what, string[] files, ulong expected)
    {
        Assert.NotEmpty(what);
        using var program = new LinkedProgram().Assembly("first", $"FUNCTION main\n {files[0]}\n ret\nEND_FUNCTION main\n");
        for (var i = 1; i < files.Length; i++)
            program.Assembly($"other{i}", files[i]);
        var report = LinkedProgram.Verify(program.Link("program", null, "-static", "-e", "main", "-Ttext=0xffffffff81000000"));
        Verifying.AssertPassed(report);
        Assert.Equal(expected, LinkedProgram.ResultOf(report));
    }

    [Fact]
    public void TwoStrongDefinitions_AreRefused()
    {
        using var program = new LinkedProgram()
            .Assembly("first", $"FUNCTION main\n call which\n ret\nEND_FUNCTION main\n{Which(1, "globl")}")
            .Assembly("second", Which(2, "globl"));
        var exception = Assert.Throws<InputException>(() => program.VerifyTogether());
        Assert.Equal($"{program["second.o"]}: 'which' is defined by {program["first.o"]} too", exception.Message);
    }

    /// <summary>Calls and variables across files, every frame verified with interrupts everywhere.</summary>
    [Fact]
    public void SeveralObjects_AreOneProgram()
    {
        using var program = new LinkedProgram()
            .Assembly("first", """
                FUNCTION main
                    pushq   %rbp
                    movq    %rsp, %rbp
                    movl    $5, %edi
                    call    second
                    addq    count(%rip), %rax
                    popq    %rbp
                    ret
                END_FUNCTION main
                    .data
                    .globl  count
                count: .quad 0
                """)
            .Assembly("second", """
                FUNCTION second
                    subq    $24, %rsp
                    incq    count(%rip)
                    call    third
                    addq    $24, %rsp
                    ret
                END_FUNCTION second
                """)
            .C("third", "extern long count; long third(long n) { count += n; return n * 100; }", "-mcmodel=kernel", "-fno-pic", "-fno-pie");
        var report = program.VerifyTogether(InterruptMode.Each);
        Verifying.AssertPassed(report);
        Assert.Equal(506UL, LinkedProgram.ResultOf(report));
        Assert.Equal(report.Counters.Rows, report.Counters.RowsUsed);
        Assert.Equal(program.Objects, report.Image!.Objects.Where(loaded => !loaded.IsRuntime).Select(loaded => loaded.File.Name));
    }

    /// <summary>Position-independent code reaches symbols of other files through addresses in memory.</summary>
    [Theory]
    [InlineData("-fPIC")]
    [InlineData("-fPIC", "-fno-plt")]
    [InlineData("-fPIE")]
    [InlineData("-fPIC", "-mcmodel=medium")]
    public void PicCode_FindsItsSymbolsThroughTheGot(params string[] options)
    {
        using var program = new LinkedProgram()
            .C("first", """
                extern long values[4];
                extern long (*hook)(long);
                long add(long a, long b);
                __attribute__((weak)) extern long missing;
                static long local(long a) { return a + 1; }
                long (*chosen)(long) = local;
                long main(void) { long sum = &missing ? 1000 : 0; for (int i = 0; i < 4; i++) sum = add(sum, values[i]); return hook(chosen(sum)); }
                """, options)
            .C("second", """
                long values[4] = {1, 2, 3, 4};
                static long twice(long a) { return 2 * a; }
                long (*hook)(long) = twice;
                long add(long a, long b) { return a + b; }
                """, options);
        var relocations = Programs.Run("readelf", "-rW", program["first.o"]);
        Assert.Contains("GOT", relocations, StringComparison.Ordinal);

        var report = program.VerifyTogether(InterruptMode.Each);
        Verifying.AssertPassed(report);
        Assert.Equal(22UL, LinkedProgram.ResultOf(report));
    }

    [Theory]
    [InlineData("movl $main, %eax", ".text+0x1: relocation R_X86_64_32 against 'main': 0xffffffff81000000 is out of its reach")]
    [InlineData("movb $main, %al", ".text+0x1: relocation R_X86_64_8 against 'main': 0xffffffff81000000 is out of its reach")]
    [InlineData("leaq far(%rip), %rax\n .globl far\n .set far, 0x100000000", ".text+0x3: relocation R_X86_64_PC32 against 'far': 0x100000000 is out of its reach")]
    [InlineData("movq %fs:thread@tpoff, %rax\n .section .tdata, \"awT\"\nthread: .quad 0\n .text", ".text+0x5: relocation R_X86_64_TPOFF32 against 'thread': not supported")]
    public void RelocationThatCannotBeApplied_IsToldWithItsPlace(string code, string expected)
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "", $"FUNCTION main\n {code}\n ret\nEND_FUNCTION main\n");
        var exception = Assert.Throws<InputException>(() => Verifying.Run(fixture));
        Assert.Equal($"{fixture.Path}: {expected}", exception.Message);
    }

    /// <summary>What a hostile file asks for is not allocated.</summary>
    [Theory]
    [InlineData(".bss\n .skip 0x20000000", "its sections take up more than 256 MiB")]
    [InlineData(".comm huge, 0x20000000, 8", "its sections take up more than 256 MiB")]
    [InlineData(".comm odd, 8, 0x40000000", "an alignment of 0x40000000 bytes")]
    [InlineData(".data\n .balign 0x40000000\n .quad 0", "an alignment of 0x40000000 bytes")]
    public void SizesBeyondReason_AreRefused(string code, string expected)
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "", $"FUNCTION main\n ret\nEND_FUNCTION main\n {code}\n");
        var exception = Assert.Throws<InputException>(() => Verifying.Run(fixture));
        Assert.Equal($"{fixture.Path}: {expected}", exception.Message);
    }

    /// <summary>Read-only data can't be written, variables can't be executed, uninitialised ones are zero.</summary>
    [Theory]
    [InlineData("movq $1, constant(%rip)", "Write of")]
    [InlineData("movq $1, main(%rip)", "Write of")]
    [InlineData("movq constant(%rip), %rax\n movq %rax, variable(%rip)\n addq zero(%rip), %rax", null)]
    public void Sections_HaveTheProtectionOfTheirKind(string code, string? fault)
    {
        var report = Verifying.Run("", $"""
            FUNCTION main
                {code}
                ret
            END_FUNCTION main
                .section .rodata
            constant: .quad 7
                .data
            variable: .quad 0
                .bss
            zero: .skip 8
            """);
        Assert.Equal(fault is null, report.Passed);
        Assert.Contains(fault ?? "", report.Execution?.Message ?? "", StringComparison.Ordinal);
    }
}
