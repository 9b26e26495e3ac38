using System.Text.Json;
using Harness.Tests.Kit;
using Harness.Toolchain;

namespace Harness.Tests.Commands;

/// <summary>The objtool commands as a kernel build and a person use them: many files, exit codes, what goes where.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ObjtoolCommandTests
{
    private const string Good = "f:\n\tret\n";
    private const string Unbalanced = "f:\n\ttestl %edi, %edi\n\tje 1f\n\tnop\n1:\tpushq %rbx\n\tret\n";

    [Fact]
    public void Folder_IsWorkedThroughWhateverOneFileDoes()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Good);
        Assemble(scratch, "deep/b.ko", Unbalanced);
        scratch.Write("broken.o", "no object");
        Assemble(scratch, "z.o", Good);

        var result = HarnessProgram.Call("objtool", "check", "--jobs", "2", scratch.Root);
        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal("4 files: 1 warnings in 1, 1 failed\n", result.Output);
        Assert.Contains("deep/b.ko: warning: objtool: f()+0x6: return with modified stack frame [return-with-modified-frame]", result.Errors, StringComparison.Ordinal);
        Assert.Contains("broken.o", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, result.Errors.Count(letter => letter == '\n'));
    }

    [Fact]
    public void Generate_WritesTablesInspiteOfWarnings_UnlessTheyAreErrors()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Unbalanced);
        Assert.Equal(ExitCode.Success, HarnessProgram.Call("objtool", "undwarf", "generate", "--no-fp", scratch["a.o"]).ExitCode);
        Assert.StartsWith(".text+0: cfa:sp+8 bp:(und) type:cfa\n", HarnessProgram.Call("objtool", "undwarf", "dump", scratch["a.o"]).Output, StringComparison.Ordinal);

        Assemble(scratch, "b.o", Unbalanced);
        Assert.Equal(ExitCode.Findings, HarnessProgram.Call("objtool", "undwarf", "gen", "--Werror", scratch["b.o"]).ExitCode);
    }

    [Fact]
    public void DryRun_FindsTheSameAndWritesNothing()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Unbalanced);
        var before = File.ReadAllBytes(scratch["a.o"]);
        var result = HarnessProgram.Call("objtool", "undwarf", "generate", "--dry-run", scratch["a.o"]);
        Assert.Contains("[return-with-modified-frame]", result.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(scratch["a.o"]));
    }

    [Fact]
    public void SecondTable_IsRefusedAndForced()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Good);
        Assert.Equal(ExitCode.Success, HarnessProgram.Call("objtool", "undwarf", "generate", scratch["a.o"]).ExitCode);
        var first = File.ReadAllBytes(scratch["a.o"]);

        var refused = HarnessProgram.Call("objtool", "undwarf", "generate", scratch["a.o"]);
        Assert.Equal(ExitCode.Findings, refused.ExitCode);
        Assert.Equal($"{scratch["a.o"]}: error: objtool: file already has .undwarf section, skipping [already-has-table]\n", refused.Errors);

        Assert.Equal(ExitCode.Success, HarnessProgram.Call("objtool", "undwarf", "generate", "--force", scratch["a.o"]).ExitCode);
        Assert.Equal(first, File.ReadAllBytes(scratch["a.o"]));
    }

    [Fact]
    public void LinkedFile_GetsNoTable()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Good);
        Programs.Run("ld", "-e", "f", "-o", scratch["a.out"], scratch["a.o"]);
        var result = HarnessProgram.Call("objtool", "undwarf", "generate", scratch["a.out"]);
        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.Equal($"{scratch["a.out"]}: error: objtool: not a relocatable file: code is analysed before it is linked [not-relocatable]\n", result.Errors);
    }

    [Fact]
    public void Backtrace_ShowsBranchesStatesAndCode()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Unbalanced);
        var lines = HarnessProgram.Call("objtool", "check", "--backtrace", scratch["a.o"]).Errors.Split('\n');
        Assert.Contains("    by way of f()+0x2", lines);
        Assert.Contains(lines, line => line.StartsWith("    => f()+0x6 ", StringComparison.Ordinal) && line.Contains("ret", StringComparison.Ordinal) && line.EndsWith("cfa=sp+16 bx=cfa-16", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_HasEachFindingWithItsPlace()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Unbalanced);
        scratch.Write("broken.o", "no object");
        var result = HarnessProgram.Call("objtool", "check", "--json", scratch.Root);
        var findings = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(2, findings.GetArrayLength());
        Assert.Equal("return-with-modified-frame", findings[0].GetProperty("id").GetString());
        Assert.Equal("f", findings[0].GetProperty("place").GetProperty("function").GetString());
        Assert.Contains("broken.o", findings[1].GetProperty("file").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("undwarf", ".text+0: cfa:sp+8 bp:(und) type:cfa")]
    [InlineData("orc-4.14", ".text+0: sp:sp+8 bp:(und) type:call")]
    [InlineData("orc-4.18", ".text+0: sp:sp+8 bp:(und) type:call end:0")]
    [InlineData("orc-6.3", ".text+0: sp:sp+8 bp:(und) type:call signal:0 end:0")]
    [InlineData("orc-6.4", ".text+0:type:call sp:sp+8 bp:(und) signal:0")]
    public void EveryFormat_IsWrittenDumpedAndEqualToItself(string format, string firstLine)
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Good);
        Assert.Equal(ExitCode.Success, HarnessProgram.Call("objtool", "undwarf", "generate", "--format", format, scratch["a.o"]).ExitCode);
        Assert.StartsWith(firstLine + "\n", HarnessProgram.Call("objtool", "undwarf", "dump", "--format", format, scratch["a.o"]).Output, StringComparison.Ordinal);
        var compared = HarnessProgram.Call("objtool", "compare", "--format", format, scratch["a.o"]);
        Assert.Equal(ExitCode.Success, compared.ExitCode);
        Assert.StartsWith("1 files: 1 with the same state on every byte, 1 row by row, 0 failed", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoTables_AreComparedByteByByte()
    {
        using var scratch = new Scratch();
        Assemble(scratch, "a.o", Good);
        Assemble(scratch, "b.o", "f:\n\tnop\n\tret\n");
        foreach (var file in new[] { "a.o", "b.o" })
            HarnessProgram.Call("objtool", "undwarf", "generate", scratch[file]);
        var result = HarnessProgram.Call("objtool", "compare", scratch["a.o"], scratch["b.o"]);
        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.Contains(".text+0x1..0x2: nothing known | cfa:sp+8 bp:(und) type:cfa", result.Output, StringComparison.Ordinal);
    }

    private static void Assemble(Scratch scratch, string name, string body)
    {
        var source = scratch.Write($"{name}.s", $"\t.text\n\t.globl f\n\t.type f, @function\n{body}\t.size f, . - f\n");
        Assert.True(ExternalTool.Run("as", "binutils", ["--64", "-o", scratch[name], source]).Succeeded);
    }
}
