namespace Harness.Generation.Assembly;

/// <summary>Functions in the shapes of hand-written assembly.</summary>
internal sealed class AssemblyFamily : ProgramFamily
{
    /// <inheritdoc/>
    public override string Name => "assembly";

    /// <inheritdoc/>
    public override string Entry => "main";

    /// <inheritdoc/>
    public override IReadOnlyList<ProgramSetting> Settings { get; } = [new("", "as", "binutils", ["--64", "-I", RepositoryFolders.Include])];

    /// <inheritdoc/>
    public override string Generate(ulong seed, string folder)
    {
        var path = Path.Combine(folder, "program.s");
        File.WriteAllText(path, "");
        return path;
    }

    /// <inheritdoc/>
    public override void Compile(string source, ProgramSetting setting, string output) => RunTool(setting, "-o", output, source);

    /// <inheritdoc/>
    public override string AssemblyOf(string source, ProgramSetting setting) => File.ReadAllText(source);
}
