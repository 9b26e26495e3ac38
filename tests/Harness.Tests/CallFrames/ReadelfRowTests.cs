using Elf;
using Harness.Loading.CallFrames;
using Harness.Tests.Kit;

namespace Harness.Tests.CallFrames;

/// <summary>Rows of call frame information beside those of <c>readelf --debug-dump=frames-interp</c>.</summary>
public sealed class ReadelfRowTests
{
    private const string Functions = """
        unsigned long sink(void *, unsigned long);
        unsigned long leaf(unsigned long x) { return x * 3; }
        unsigned long saved(unsigned long a, unsigned long b) { unsigned long c = sink(&a, b); return c + sink(&b, a) + a * b; }
        unsigned long shrink(unsigned long a) { if (a < 4) return a; return sink(&a, 1) + sink(&a, 2); }
        unsigned long realigned(unsigned long a) { unsigned long v[8] __attribute__((aligned(64))); v[0] = a; return sink(v, a) + v[1]; }
        unsigned long grows(unsigned long n) { unsigned long *p = __builtin_alloca(n * 8); return sink(p, n) + p[n - 1]; }
        unsigned long both(unsigned long n) { unsigned long v[8] __attribute__((aligned(64))); unsigned long *p = __builtin_alloca(n * 8); return sink(p, n) + sink(v, n); }
        unsigned long arguments(unsigned long a, unsigned long b, unsigned long c, unsigned long d, unsigned long e, unsigned long f, unsigned long g, unsigned long h)
        { return sink(&g, h) + sink(&h, g) + a + b + c + d + e + f; }
        unsigned long passes(unsigned long a) { return arguments(a, 1, 2, 3, 4, 5, 6, 7) + arguments(7, 6, 5, 4, 3, 2, 1, a); }
        """;

    public static TheoryData<string, string> Compilations()
    {
        var data = new TheoryData<string, string>();
        foreach (var compiler in new[] { "gcc", "clang" })
        {
            foreach (var options in new[] { "-O0", "-O1", "-O2", "-Os", "-O2 -fno-omit-frame-pointer", "-O2 -fPIC", "-O2 -mcmodel=large -fPIC", "-O2 -mno-red-zone -mcmodel=kernel -fno-pic", "-O2 -ffunction-sections" })
                data.Add(compiler, options);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Compilations))]
    public void ObjectFilesOfCompilers(string compiler, string options)
    {
        using var scratch = new Scratch();
        var output = Compile(scratch, compiler, [.. options.Split(' '), "-fasynchronous-unwind-tables"]);
        var (descriptions, rows) = ReadelfComparison.AssertSame(output, ".eh_frame");
        Assert.Equal(8, descriptions);
        Assert.InRange(rows, 20, 400);
    }

    [Theory]
    [InlineData("-gdwarf-2")]
    [InlineData("-gdwarf-4")]
    [InlineData("-gdwarf-5")]
    [InlineData("-gdwarf-5 -gdwarf64")]
    public void DebugFrameInsteadOfEhFrame(string options)
    {
        using var scratch = new Scratch();
        var output = Compile(scratch, "gcc", ["-O2", "-fno-asynchronous-unwind-tables", "-fno-exceptions", .. options.Split(' ')]);
        var (descriptions, rows) = ReadelfComparison.AssertSame(output, ".debug_frame");
        Assert.Equal(8, descriptions);
        Assert.InRange(rows, 20, 400);
    }

    [Fact]
    public void CompressedSectionsAreRefused()
    {
        using var scratch = new Scratch();
        var file = ElfFile.Read(Compile(scratch, "gcc", "-O2", "-fno-asynchronous-unwind-tables", "-gdwarf-4", "-gz=zlib"));
        var exception = Assert.Throws<ElfFormatException>(() => CallFrameSections.Read(file, new SectionLayout(file).AddressOf).ToList());
        Assert.Contains("is compressed; objcopy --decompress-debug-sections undoes it", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("libc.so.6", 1000)]
    [InlineData("ld-linux-x86-64.so.2", 100)]
    [InlineData("libgcc_s.so.1", 100)]
    [InlineData("libstdc++.so.6", 1000)]
    public void LinkedFilesOfTheSystem(string name, int atLeast)
    {
        var path = Path.Combine("/lib/x86_64-linux-gnu", name);
        if (!File.Exists(path))
            Assert.Skip($"{path} is not on this machine");
        Programs.Require("readelf");
        var (descriptions, rows) = ReadelfComparison.AssertSame(path, ".eh_frame");
        Assert.True(descriptions >= atLeast && rows > descriptions, $"{descriptions} FDEs, {rows} rows");
    }

    [Theory]
    [MemberData(nameof(Directives))]
    public void DirectivesOfTheAssembler(string name, string body)
    {
        using var scratch = new Scratch();
        var source = scratch.Write($"{name}.s", $"f:\n.cfi_startproc\nnop\n{body}\nnop\n.cfi_endproc\n");
        Programs.Require("as");
        foreach (var section in new[] { ".eh_frame", ".debug_frame" })
        {
            var input = scratch.Write("s.s", $".cfi_sections {section}\n{File.ReadAllText(source)}");
            Programs.Run("as", "--64", "-o", scratch["o.o"], input);
            var (descriptions, rows) = ReadelfComparison.AssertSame(scratch["o.o"], section);
            Assert.Equal(1, descriptions);
            Assert.True(rows >= 1);
        }
    }

    public static TheoryData<string, string> Directives() => new()
    {
        { "remember and restore, nested", ".cfi_remember_state\n.cfi_def_cfa_offset 16\nnop\n.cfi_remember_state\n.cfi_offset 3, -16\nnop\n.cfi_restore_state\nnop\n.cfi_restore_state\n" },
        { "restore", ".cfi_offset rbx, -24\nnop\n.cfi_restore rbx\nnop\n.cfi_offset rip, -32\nnop\n.cfi_restore rip\n" },
        { "undefined and same value", ".cfi_undefined rip\n.cfi_same_value rbp\n" },
        { "another register", ".cfi_register rbp, r12\n" },
        { "value offset", ".cfi_val_offset rsp, 16\nnop\n.cfi_val_offset rbx, -4096\n" },
        { "offsets that are positive", ".cfi_offset rbx, 64\nnop\n.cfi_def_cfa rbp, -32\n" },
        { "offsets that are not factored", ".cfi_escape 0x2f, 3, 5\n" },
        { "expressions", ".cfi_escape 0x0f, 3, 0x76, 0x78, 0x06\nnop\n.cfi_escape 0x10, 6, 2, 0x76, 0\nnop\n.cfi_escape 0x16, 3, 2, 0x77, 8\n" },
        { "size of arguments", ".cfi_escape 0x2e, 16\n.cfi_adjust_cfa_offset 16\n" },
        { "a signal frame", ".cfi_signal_frame\n.cfi_def_cfa rsp, 40\n.cfi_offset rip, -40\n.cfi_offset rsp, -16\n" },
        { "far advances", ".skip 100\n.cfi_def_cfa_offset 16\n.skip 1000\n.cfi_def_cfa_offset 24\n.skip 100000\n.cfi_def_cfa_offset 32\n" },
        { "personality and lsda", ".cfi_personality 0x9b, there\n.cfi_lsda 0x1b, there\n.cfi_def_cfa_offset 16\n" },
        { "personality aligned and absolute", ".cfi_personality 0, there\n.cfi_lsda 0, there\n.cfi_def_cfa_offset 16\n" },
    };

    private static string Compile(Scratch scratch, string compiler, params string[] options)
    {
        Programs.Require(compiler);
        Programs.Require("readelf");
        var source = scratch.Write("functions.c", Functions);
        Programs.Run(compiler, ["-w", .. options, "-c", "-o", scratch["functions.o"], source]);
        return scratch["functions.o"];
    }
}
