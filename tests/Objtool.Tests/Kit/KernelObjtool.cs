using System.Text.RegularExpressions;
using Elf;

namespace Objtool.Tests.Kit;

/// <summary>
/// The objtool of Linux 6.1, which has written the tables of real kernels: an opinion that shares nothing with ours. Debian has it in
/// linux-kbuild-6.1; HARNESS_KERNEL_OBJTOOL names another place.
/// </summary>
internal static partial class KernelObjtool
{
    private const string Variable = "HARNESS_KERNEL_OBJTOOL";
    private const string Usual = "/usr/lib/linux-kbuild-6.1/tools/objtool/objtool";

    /// <summary>The program; the test is skipped where there is none.</summary>
    public static string Require()
    {
        var path = Environment.GetEnvironmentVariable(Variable) ?? Usual;
        if (!File.Exists(path))
            Assert.Skip($"there is no {path} (package linux-kbuild-6.1, or set {Variable})");
        return path;
    }

    /// <summary>
    /// What it says of an object file: its rows in undwarf's words, none where it gave up or crashed, and its warnings without the file's name.
    /// </summary>
    public static (IReadOnlyList<string> Rows, IReadOnlyList<string> Warnings) Run(byte[] image, params string[] options)
    {
        var program = Require();
        using var scratch = new Scratch();
        var path = scratch.Write("k.o", image);
        var (exitCode, _, errors) = Tool.Try(program, ["--orc", .. options, path]);
        if (exitCode is not (0 or 1))
            return ([], [$"ends with exit code {exitCode}"]);
        var rows = ElfFile.Read(path).FindSection(".orc_unwind") is null ? "" : Tool.Run(program, "--dump", path);
        return (
            [.. rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(InUndwarfsWords)],
            [.. errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => FileName().Replace(line, ""))]);
    }

    /// <summary>A warning without its place, as <see cref="Diagnostics.Diagnostic.Message"/>.</summary>
    public static string WithoutPlace(string warning) => PlaceBefore().Replace(warning, "");

    /// <summary><c>.text+1: sp:sp+16 bp:prevsp-16 type:call end:0</c> is <c>.text+1: cfa:sp+16 bp:cfa-16 type:cfa</c>.</summary>
    private static string InUndwarfsWords(string row)
    {
        row = row
            .Replace(": sp:", ": cfa:", StringComparison.Ordinal)
            .Replace("prevsp", "cfa", StringComparison.Ordinal)
            .Replace("type:call", "type:cfa", StringComparison.Ordinal)
            .Replace("type:regs (partial)", "type:iret", StringComparison.Ordinal)
            .Replace(" end:0", "", StringComparison.Ordinal)
            .Replace(" end:1", " end", StringComparison.Ordinal);
        return StackPointerIndirect().Replace(row, "(sp$1)");
    }

    [GeneratedRegex(@"^.*?: warning: objtool: ")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[\w.$]+\+0x[0-9a-f]+: ")]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"\(sp\)([+-]\d+)")]
    private static partial Regex StackPointerIndirect();
}
