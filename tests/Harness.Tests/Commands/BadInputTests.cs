using System.Security.Cryptography;
using Harness.Tests.Kit;

namespace Harness.Tests.Commands;

/// <summary>
/// Whatever is wrong with what the program was given: one line on standard error that names it, exit code 2, and the
/// file as it was. What is missing on the machine: one line that says what to install, exit code 3.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class BadInputTests
{
    private const int MachineOffset = 18;
    private const int ClassOffset = 4;

    public static TheoryData<string, string, string> Inputs => new()
    {
        { "verify {missing.s}", "missing", "{missing.s}: no such file or directory" },
        { "verify {empty.o}", "empty", "{empty.o}: ELF header (0x0): the file is empty" },
        { "verify {text.o}", "text", "{text.o}: ELF header (0x0): not an ELF file (starts with 68656c6c)" },
        { "verify {class32.o}", "class32", "{class32.o}: ELF header (0x0): 32-bit ELF file (for x86-64); only 64-bit x86-64 files are read" },
        { "verify {arm64.o}", "arm64", "{arm64.o}: ELF header (0x0): ELF file for ARM64 (AArch64); only x86-64 files are read" },
        { "verify {short.o}", "short", "{short.o}: section header table (0x" },
        { "verify {wrong.s}", "wrong.s", "{wrong.s}:2: Error: no such instruction: `frobnicate %rax'" },
        { "verify {wrong.c}", "wrong.c", "{wrong.c}:1:1: error: " },
        { "verify --frobnicate", "none", "unknown option '--frobnicate'" },
        { "frobnicate", "none", "unknown command or argument 'frobnicate'" },
        { "verify --interrupts all", "none", "--interrupts all: expected " },
        { "verify --filter nothing/here", "none", "no fixtures in " },
        { "mutate --kind colour", "none", "--kind colour: expected one of cfa-reg, " },
        { "mutate {missing.s}", "missing", "{missing.s}: no such file or directory" },
        { "mutate {text.o}", "text", "{text.o}: ELF header (0x0): not an ELF file (starts with 68656c6c)" },
        { "mutate --filter nothing/here", "none", "no fixtures in " },
        { "verify {}", "text", "{}: no .s or .S file in this folder" },
        { "trace {text.o}", "text", "{text.o}: ELF header (0x0): not an ELF file (starts with 68656c6c)" },
        { "objtool check {missing.o}", "missing", "{missing.o}: no such file" },
        { "objtool check {short.o}", "short", "{short.o}: section header table (0x" },
        { "objtool undwarf generate {text.o}", "text", "{text.o}: ELF header (0x0): not an ELF file (starts with 68656c6c)" },
        { "objtool undwarf generate {short.o}", "short", "{short.o}: section header table (0x" },
        { "objtool undwarf dump {arm64.o}", "arm64", "{arm64.o}: ELF header (0x0): ELF file for ARM64 (AArch64); only x86-64 files are read" },
        { "objtool undwarf generate --format orc-9.9 {text.o}", "text", "--format orc-9.9: expected " },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void BadInput_IsOneLineAndExitCode2_AndIsNotChanged(string command, string kind, string message)
    {
        using var scratch = new Scratch();
        var files = Write(scratch, kind);
        var before = files.ToDictionary(file => file, HashOf);
        string InFolder(string text) => text.Replace("{", scratch.Root + "/", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

        var result = HarnessProgram.Call([.. command.Split(' ').Select(InFolder)]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith($"harness: {InFolder(message)}", result.Errors, StringComparison.Ordinal);
        Assert.Equal(1, result.Errors.Count(character => character == '\n'));
        Assert.Equal(files.Order(), Directory.GetFiles(scratch.Root).Order());
        Assert.All(before, file => Assert.Equal(file.Value, HashOf(file.Key)));
    }

    /// <summary>Among many files: the line, the rest of the files, the sum, and the exit code all the same.</summary>
    [Fact]
    public void BadInputAmongManyFiles_IsOneLineAndExitCode2_AndTheSumSaysHowMany()
    {
        using var scratch = new Scratch();
        var result = HarnessProgram.Call("objtool", "compare", "--each", scratch.Write("empty.o", ""), scratch.Write("text.o", "hello\n"));
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            [$"harness: {scratch["empty.o"]}: ELF header (0x0): the file is empty",
             $"harness: {scratch["text.o"]}: ELF header (0x0): not an ELF file (starts with 68656c6c)"],
            result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("2 files: 0 with the same state on every byte, 0 row by row, 2 failed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAssembler_SaysWhatToInstall()
    {
        using var scratch = new Scratch();
        var fixture = scratch.Write("leaf.s", "ret\n");
        var result = HarnessProgram.StartIn(scratch.Root, [("PATH", scratch.Root)], "verify", fixture);
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal("harness: 'as' is not on this machine; install the package binutils (apt-get install binutils)\n", result.Errors);
    }

    [Fact]
    public void WithoutLibunicorn_SaysWhatToInstall()
    {
        using var scratch = new Scratch();
        // Found before the machine's own, and no library at all.
        scratch.Write("libunicorn.so.2", "not a shared object\n");
        var result = HarnessProgram.StartIn(scratch.Root, [("LD_LIBRARY_PATH", scratch.Root)], "verify");
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal("harness: libunicorn.so.2 cannot be loaded; install the package libunicorn2 (apt-get install libunicorn2)\n", result.Errors);
    }

    private static List<string> Write(Scratch scratch, string kind)
    {
        var whole = File.ReadAllBytes(HarnessProgram.Path);
        return kind switch
        {
            "empty" => [scratch.Write("empty.o", "")],
            "text" => [scratch.Write("text.o", "hello\n")],
            "short" => [scratch.Write("short.o", whole.AsSpan(0, 300))],
            "arm64" => [scratch.Write("arm64.o", With(whole, MachineOffset, 183))],
            "class32" => [scratch.Write("class32.o", With(whole, ClassOffset, 1))],
            "wrong.s" => [scratch.Write("wrong.s", "nop\nfrobnicate %rax\n")],
            "wrong.c" => [scratch.Write("wrong.c", "int main(\n")],
            _ => [],
        };
    }

    private static byte[] With(byte[] bytes, int offset, byte value)
    {
        var changed = bytes.ToArray();
        changed[offset] = value;
        return changed;
    }

    private static string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
