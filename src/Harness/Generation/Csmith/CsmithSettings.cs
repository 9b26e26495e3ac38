using Harness.Toolchain;

namespace Harness.Generation.Csmith;

/// <summary>
/// The ways in which Csmith's programs are compiled: levels of optimisation, with and without frame pointers, jump
/// tables, the stack protector and endbr64, as the kernel's own options vary.
/// </summary>
internal static class CsmithSettings
{
    private static readonly (string Compiler, string Name, string Options)[] _table =
    [
        ("gcc", "O0-fp-ssp", "-O0 -fno-omit-frame-pointer -fstack-protector-all"),
        ("gcc", "O1-cet-jt-calls", "-O1 -fomit-frame-pointer -fcf-protection=branch -fjump-tables -fno-inline"),
        ("gcc", "O2-ssp-jt", "-O2 -fomit-frame-pointer -fstack-protector-strong -fjump-tables"),
        ("gcc", "O3-cet-jt", "-O3 -fomit-frame-pointer -fcf-protection=branch -fjump-tables"),
        ("gcc", "Os-fp-ssp", "-Os -fno-omit-frame-pointer -fstack-protector-all"),
        ("clang", "O0", "-O0 -fomit-frame-pointer"),
        ("clang", "O1-fp-jt-calls", "-O1 -fno-omit-frame-pointer -fno-inline -fjump-tables"),
        ("clang", "O2-ssp-cet-jt", "-O2 -fomit-frame-pointer -fstack-protector-strong -fcf-protection=branch -fjump-tables"),
        ("clang", "O3-fp-jt", "-O3 -fno-omit-frame-pointer -fjump-tables"),
        ("clang", "Os-ssp", "-Os -fomit-frame-pointer -fstack-protector-all"),
    ];

    /// <summary>The compilers that are used when nobody chose.</summary>
    public static IReadOnlyList<string> DefaultCompilers { get; } = ["gcc", "clang"];

    /// <summary>The settings of compilers.</summary>
    /// <param name="compilers">Names: gcc, clang, or one with its version, as Debian calls it.</param>
    /// <exception cref="InputException">Neither gcc nor clang.</exception>
    public static IReadOnlyList<ProgramSetting> Of(IEnumerable<string> compilers) => [.. compilers.SelectMany(Of)];

    /// <summary>Is it the name of a compiler whose options are known?</summary>
    public static bool IsKnown(string compiler) => FamilyOf(compiler) is not null;

    private static IEnumerable<ProgramSetting> Of(string compiler)
    {
        var family = FamilyOf(compiler) ?? throw new InputException($"--compiler {compiler}: expected gcc or clang, or one of their versions");
        // Csmith's programs are full of what warnings are for.
        string[] common = [.. FixtureCompiler.KernelFlags, "-w", "-fno-strict-aliasing", "-I", RepositoryFolders.GeneratedInclude];
        return _table.Where(entry => entry.Compiler == family)
            .Select(entry => new ProgramSetting($"{compiler}-{entry.Name}", compiler, compiler, [.. common, .. ForBinutils(family), .. entry.Options.Split(' ')]));
    }

    /// <summary>clang's own assembler knows a directive more than GNU's.</summary>
    private static string[] ForBinutils(string family) => family == "clang" ? ["-fno-addrsig"] : [];

    private static string? FamilyOf(string compiler) =>
        DefaultCompilers.FirstOrDefault(family => compiler == family || compiler.StartsWith($"{family}-", StringComparison.Ordinal));
}
