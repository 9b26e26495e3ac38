using System.Globalization;
using Harness.Toolchain;

namespace Harness.Generation.Csmith;

/// <summary>
/// Programs that Csmith makes: random C without undefined behaviour, which computes a checksum of all its variables. See
/// Yang, Chen, Eide, Regehr: Finding and Understanding Bugs in C Compilers (PLDI 2011).
/// </summary>
internal sealed class CsmithFamily(IReadOnlyList<ProgramSetting> settings) : ProgramFamily
{
    private const string Program = "csmith";

    /// <summary>No arguments of main, for there is nobody to give any. Arrays that a kernel stack has room for.</summary>
    private static readonly string[] _options = ["--no-argc", "--no-float", "--concise", "--max-array-len-per-dim", "6", "--max-block-size", "3"];

    /// <summary>Programs in turn have few large functions and many small ones: in larger ones still, compilers take minutes.</summary>
    private static readonly string[][] _shapes =
    [
        ["--max-funcs", "10"],
        ["--max-funcs", "40", "--max-block-depth", "3", "--max-expr-complexity", "6"],
    ];

    /// <inheritdoc/>
    public override string Name => Program;

    /// <inheritdoc/>
    public override string Entry => "harness_csmith";

    /// <inheritdoc/>
    public override IReadOnlyList<ProgramSetting> Settings => settings;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Program, string Package)> Tools => [(Program, Program), .. base.Tools];

    /// <inheritdoc/>
    public override bool HasUnreachableCode => true;

    /// <inheritdoc/>
    public override string Generate(ulong seed, string folder)
    {
        var path = Path.Combine(folder, "program.c");
        // It leaves a file where it runs.
        var (exitCode, _, errors) = ExternalTool.RunToEnd(Program, Program, [.. _options, .. _shapes[seed % (ulong)_shapes.Length], "--seed", seed.ToString(CultureInfo.InvariantCulture), "--output", path], folder);
        return exitCode == 0 ? path : throw new InputException($"{Program} failed: {errors.Trim()}");
    }

    /// <inheritdoc/>
    public override void Compile(string source, ProgramSetting setting, string output) => RunTool(setting, "-c", "-o", output, source);

    /// <inheritdoc/>
    public override string AssemblyOf(string source, ProgramSetting setting)
    {
        var path = Path.ChangeExtension(source, ".s");
        RunTool(setting, "-S", "-o", path, source);
        return File.ReadAllText(path);
    }
}
