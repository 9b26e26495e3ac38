using System.Text;
using Elf.Tests.Kit;

namespace Elf.Tests;

/// <summary>Our reading beside readelf's, for what assemblers, compilers and linkers of this machine produce.</summary>
public class ReadelfTests
{
    private const string Program = """
        extern int callee(int), table[4];
        extern __thread int per_thread;
        static int counter;
        int common, initialised = 3;
        int *pointer = &table[2];
        __attribute__((weak)) int weak(void) { return 1; }
        __attribute__((visibility("hidden"))) int hidden(void) { return 2; }
        static __attribute__((noinline)) int local(int x) { return x * counter++; }
        int main(int argc, char **argv)
        {
            switch (argc) {
            case 1: return callee(local(argc));
            case 2: return weak() + hidden();
            case 3: return table[argc] + per_thread;
            case 4: return common + initialised;
            case 5: return *pointer;
            }
            return 0;
        }
        """;

    [Theory]
    [InlineData("gcc", "-O2")]
    [InlineData("gcc", "-O2 -g -ffunction-sections -fdata-sections")]
    [InlineData("gcc", "-O1 -fPIC -fcommon")]
    [InlineData("gcc", "-O2 -mcmodel=kernel -fno-pie")]
    [InlineData("gcc", "-O2 -mcmodel=large -fPIC")]
    [InlineData("gcc", "-O2 -mcmodel=medium -mlarge-data-threshold=1 -fcommon -fno-pie")]
    [InlineData("clang-14", "-O2")]
    [InlineData("clang-14", "-O2 -g -ffunction-sections -fPIC")]
    [InlineData("clang-14", "-O2 -mcmodel=kernel -fno-pic")]
    public void CompiledObjectReadsAsReadelfReadsIt(string compiler, string options)
    {
        Tool.Require("readelf");
        using var scratch = new Scratch();
        var path = Tool.Compile(scratch, Tool.Require(compiler), "program", Program, options.Split(' '));
        Assert.True(ReadelfComparison.Check(path) > 20);
    }

    [Fact]
    public void AssembledOdditiesReadAsReadelfReadsThem()
    {
        Tool.Require("readelf");
        using var scratch = new Scratch();
        var path = Tool.Assemble(scratch, "odd", """
                .section .text.group,"axG",@progbits,signature,comdat
                .globl signature
            signature: ret
                .section .keep,"awR",@progbits
                .quad signature
                .section .strings,"aMS",@progbits,1
                .string "merged"
                .section .ordered,"ao",@progbits,.text.group
                .quad 0
                .section .tbss,"awT",@nobits
                .skip 8
                .section .gone,"e",@note
                .long 1
                .bss
                .skip 0x123456
                .set absolute, 0x1234
                .globl absolute
                .comm shared, 16, 8
                .largecomm huge, 64, 32
                .weak maybe
                .hidden concealed
                .type resolver, @gnu_indirect_function
                .type only, @gnu_unique_object
                .text
            concealed: .quad maybe, huge, shared
            resolver: ret
            only:
            .Lhere: .reloc ., R_X86_64_NONE
            """);
        Assert.True(ReadelfComparison.Check(path) > 20);
    }

    [Fact]
    public void MoreThan65280SectionsReadAsReadelfReadsThem()
    {
        Tool.Require("readelf");
        using var scratch = new Scratch();
        var path = Tool.Assemble(scratch, "many", ManySections.Source(65_400));
        Assert.True(ReadelfComparison.Check(path) > 65_400);

        var file = ElfFile.Read(path);
        var last = file.Symbols.Find("last")!.Value;
        Assert.Equal(".t65399", last.Section?.Name);
        Assert.True(last.Section!.Index > 0xff00);
        Assert.Equal(SymbolPlacement.Absolute, file.Symbols.Find("absolute")!.Value.Placement);
        Assert.Equal(".t65399", file.Symbols[file.FindSection(".text")!.Relocations[0].Symbol].Section?.Name);
    }

    [Fact]
    public void LinkedFilesOfThisMachineReadAsReadelfReadsThem()
    {
        Tool.Require("readelf");
        var paths = MachineFiles.Sample(longest: 300_000, count: 40);
        if (paths.Length == 0)
            Assert.Skip("no x86-64 ELF files in the usual directories");
        foreach (var path in paths)
            Assert.True(ReadelfComparison.Check(path) > 0, path);
    }

    [Fact]
    public void ElfFilesOfThisMachineAreAccepted()
    {
        var refusals = new StringBuilder();
        var paths = MachineFiles.Sample(longest: 4_000_000, count: 1000);
        foreach (var path in paths)
        {
            try
            {
                Walk.Everything(ElfFile.Read(path));
            }
            catch (ElfFormatException error)
            {
                refusals.AppendLine(error.Message);
            }
        }

        if (paths.Length == 0)
            Assert.Skip("no x86-64 ELF files in the usual directories");
        Assert.True(refusals.Length == 0, $"of {paths.Length} files refused:\n{refusals}");
    }
}
