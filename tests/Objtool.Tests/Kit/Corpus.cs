using Elf;
using TestKit;

namespace Objtool.Tests.Kit;

/// <summary>The C programs of tests/Corpus, compiled as the kernel is, with compilers and options of choice.</summary>
internal static class Corpus
{
    private static readonly string[] _kernelFlags =
    [
        "-std=gnu11", "-ffreestanding", "-mno-red-zone", "-mno-sse", "-mno-mmx", "-mno-80387", "-fno-stack-protector",
        "-fno-asynchronous-unwind-tables", "-fcf-protection=none", "-Wa,--no-warn",
    ];

    private static string Folder => Path.Combine(Repository.Root, "tests", "Corpus");

    /// <summary>The names of the programs.</summary>
    public static IEnumerable<string> Programs => Directory.EnumerateFiles(Folder, "*.c").Select(Path.GetFileNameWithoutExtension).Order()!;

    /// <summary>The object file that a compiler makes of a program; the test is skipped where there is no such compiler.</summary>
    public static ElfFile Compile(string compiler, string options, string program)
    {
        Tool.Require(compiler);
        using var scratch = new Scratch();
        Tool.Run(
            compiler,
            [.. _kernelFlags, .. options.Split(' '), "-c", "-o", scratch["program.o"], Path.Combine(Folder, $"{program}.c")]);
        return ElfFile.Read(File.ReadAllBytes(scratch["program.o"]), $"{program}.o ({compiler} {options})");
    }
}
