using System.Collections.Concurrent;
using Elf;
using TestKit;

namespace Objtool.Tests.Kit;

/// <summary>Makes object files of assembly with GNU as, with the macros of asm-fixtures/include and those of this project.</summary>
internal static class Assembler
{
    private static readonly ConcurrentDictionary<string, byte[]> _done = new();

    /// <summary>The folders that <c>.include</c> searches.</summary>
    public static IReadOnlyList<string> IncludeFolders { get; } =
    [
        Path.Combine(Repository.Root, "asm-fixtures", "include"),
        Path.Combine(Repository.Root, "tests", "Objtool.Tests", "Cases"),
    ];

    /// <summary>The object file of a text.</summary>
    public static ElfFile Assemble(string source) => ElfFile.Read(Bytes(source), "test.o");

    /// <summary>The bytes of the object file of a text; the caller may change them.</summary>
    public static byte[] Bytes(string source)
    {
        Tool.Require("as");
        return [.. _done.GetOrAdd(source, Run)];
    }

    /// <summary>The bytes of the object file of a fixture of the repository: <c>functions/leaf</c>.</summary>
    public static byte[] BytesOfFixture(string name) => Bytes(File.ReadAllText(Path.Combine(Repository.Root, "asm-fixtures", $"{name}.s")));

    private static byte[] Run(string source)
    {
        using var scratch = new Scratch();
        var input = scratch.Write("test.s", source);
        Tool.Run("as", ["--64", .. IncludeFolders.SelectMany(folder => new[] { "-I", folder }), "-o", scratch["test.o"], input]);
        return File.ReadAllBytes(scratch["test.o"]);
    }
}
