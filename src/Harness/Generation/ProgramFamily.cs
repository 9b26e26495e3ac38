using Harness.Toolchain;

namespace Harness.Generation;

/// <summary>A kind of generated programs: what a seed stands for, and how its source becomes code.</summary>
internal abstract class ProgramFamily
{
    /// <summary>The word for it on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The function to call. Its result tells right executions from wrong ones.</summary>
    public abstract string Entry { get; }

    /// <summary>All ways in which each source is made into code.</summary>
    public abstract IReadOnlyList<ProgramSetting> Settings { get; }

    /// <summary>Programs of the machine that are needed besides those of <see cref="Settings"/>, and their packages.</summary>
    public virtual IReadOnlyList<(string Program, string Package)> Tools => [("as", "binutils"), ("ld", "binutils")];

    /// <summary>Can there be code in its programs that nothing reaches?</summary>
    public virtual bool HasUnreachableCode => false;

    /// <summary>Writes the source of a seed: always the same.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="folder">A folder for the file.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InputException">It could not be made.</exception>
    public abstract string Generate(ulong seed, string folder);

    /// <summary>Makes an object file of a source.</summary>
    /// <exception cref="InputException">It can't be compiled.</exception>
    public abstract void Compile(string source, ProgramSetting setting, string output);

    /// <summary>A source as assembly, such that it assembles to the same object.</summary>
    /// <exception cref="InputException">It can't be compiled.</exception>
    public abstract string AssemblyOf(string source, ProgramSetting setting);

    /// <summary>The same code with less to execute, shortest first: it may fail in the same way, sooner.</summary>
    public virtual IEnumerable<string> ShorterRunsOf(string assembly) => [];

    /// <summary>Checks that everything is there that programs are made with.</summary>
    /// <param name="folder">A folder that they may leave files in.</param>
    /// <exception cref="MissingPrerequisiteException">Something is not.</exception>
    public void RequireTools(string folder)
    {
        foreach (var (program, package) in Tools.Concat(Settings.Select(setting => (setting.Tool, setting.Package))).Distinct())
            _ = ExternalTool.RunToEnd(program, package, ["--version"], folder);
    }

    /// <summary>Runs a setting's tool.</summary>
    /// <exception cref="InputException">It has something to complain about.</exception>
    protected static void RunTool(ProgramSetting setting, params IEnumerable<string> arguments)
    {
        var (succeeded, errors) = ExternalTool.Run(setting.Tool, setting.Package, [.. setting.Options, .. arguments]);
        if (!succeeded)
            throw new InputException($"{setting.Tool} failed: {errors.Trim()}");
    }
}
