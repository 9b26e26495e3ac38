using Elf;
using Objtool.Analysis;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>
/// What compilers make of tests/Corpus: nothing to complain of, and the rows of Linux 6.1's objtool wherever that
/// understands the code. That the rows are right where it does not, the tests of the harness prove by execution.
/// </summary>
public sealed class CompiledCodeTests
{
    private static readonly string[] _compilers = ["gcc", "clang"];
    private static readonly string[] _models = ["-fno-pic -mcmodel=kernel", "-fPIC"];
    private static readonly string[] _levels = ["-O0", "-O1", "-O2", "-O3", "-Os"];
    private static readonly string[] _tables = ["-fjump-tables", "-fno-jump-tables"];

    private static readonly string[] _variants =
    [
        "", "-fno-omit-frame-pointer", "-ffunction-sections", "-fcf-protection=branch -fno-jump-tables", "-mindirect-branch-register", "-g",
        "-fstack-protector-strong", "-mpreferred-stack-boundary=3", "-mstack-alignment=8", "-mretpoline-external-thunk",
        "-mindirect-branch=thunk-extern -mindirect-branch-register", "-mfunction-return=thunk-extern", "-fpatchable-function-entry=4,2",
        "-fno-reorder-blocks-and-partition", "-fno-optimize-sibling-calls", "-march=haswell",
    ];

    public static TheoryData<string, string> Few => new(
    [
        ("gcc", "-O2 -fno-pic -mcmodel=kernel"),
        ("gcc", "-O0 -fPIC"),
        ("gcc", "-Os -fPIC -fcf-protection=branch -fno-jump-tables"),
        ("clang", "-O2 -fPIC"),
        ("clang", "-O1 -fno-pic -mcmodel=kernel -fno-omit-frame-pointer"),
    ]);

    public static TheoryData<string, string> Many => new(
        from compiler in _compilers
        from level in _levels
        from model in _models
        from tables in _tables
        select (compiler, $"{level} {model} {tables}"));

    public static TheoryData<string, string> Variants => new(
        from compiler in _compilers
        from variant in _variants
        where IsKnownTo(compiler, variant)
        from level in new[] { "-O2", "-Os" }
        select (compiler, $"{level} -fno-pic -mcmodel=kernel {variant}".Trim()));

    [Theory]
    [MemberData(nameof(Few))]
    public void Programs_AreAnalysedAsTheKernelDoes(string compiler, string options) => Check(compiler, options);

    [Theory(Explicit = true)]
    [MemberData(nameof(Many), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Variants), DisableDiscoveryEnumeration = true)]
    public void ProgramsWithAllOptions_AreAnalysedAsTheKernelDoes(string compiler, string options) => Check(compiler, options);

    private static void Check(string compiler, string options)
    {
        KernelObjtool.Require();
        var failures = new List<string>();
        foreach (var program in Corpus.Programs)
        {
            var file = Corpus.Compile(compiler, options, program);
            if (DifferenceOf(file) is { } difference)
                failures.Add($"{file.Name}: {difference}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string? DifferenceOf(ElfFile file)
    {
        var ours = OwnTable.Run(file, new AnalysisOptions());
        if (ours.Messages.Count > 0)
            return $"we warn\n  {string.Join("\n  ", ours.Messages)}";

        // It takes tables of distances for tables of addresses: what it then says, or does not say, means nothing.
        var theirs = KernelObjtool.Run(file.Bytes.ToArray());
        if (HasRelativeJumpTables(file) || theirs.Warnings.Any(IsAboutJumpTables))
            return null;
        if (theirs.Warnings.Count > 0)
            return $"the kernel warns\n  {string.Join("\n  ", theirs.Warnings)}";
        var (kernelRows, ownRows) = (OwnTable.AsIn61(theirs.Rows), OwnTable.AsIn61(ours.Rows));
        return kernelRows.SequenceEqual(ownRows) ? null : $"the kernel's rows\n  {string.Join("\n  ", kernelRows)}\nand ours\n  {string.Join("\n  ", ownRows)}";
    }

    /// <summary>Distances from read-only data to code: nothing else makes a compiler write them.</summary>
    private static bool HasRelativeJumpTables(ElfFile file)
    {
        foreach (var section in file.Sections)
        {
            if (!section.Name.StartsWith(".rodata", StringComparison.Ordinal))
                continue;
            foreach (var relocation in section.Relocations)
            {
                if (relocation.Type == RelocationType.Pc32)
                    return true;
            }
        }

        return false;
    }

    /// <summary>It follows a jump through labels that the program declares itself only where the table has the kernel's section.</summary>
    private static bool IsAboutJumpTables(string warning) =>
        warning.Contains("can't find switch jump table", StringComparison.Ordinal)
        || warning.Contains("sibling call from callable instruction with modified stack frame", StringComparison.Ordinal);

    private static bool IsKnownTo(string compiler, string option) => option.Split(' ')[0] switch
    {
        "-mindirect-branch-register" or "-mindirect-branch=thunk-extern" or "-mfunction-return=thunk-extern" or "-mpreferred-stack-boundary=3"
            or "-fno-reorder-blocks-and-partition" => compiler == "gcc",
        "-mstack-alignment=8" or "-mretpoline-external-thunk" => compiler == "clang",
        _ => true,
    };
}
