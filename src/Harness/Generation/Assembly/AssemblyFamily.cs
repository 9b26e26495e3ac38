namespace Harness.Generation.Assembly;

/// <summary>Functions in the shapes of hand-written assembly.</summary>
/// <param name="size">How many each program has.</param>
internal sealed class AssemblyFamily(int size) : ProgramFamily
{
    /// <summary>Enough for chains of calls, and few enough for the assembler to take no longer than the rest.</summary>
    public const int DefaultSize = 24;

    private static readonly int[] _fewerRounds = [1, 4, 20];

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
        File.WriteAllText(path, ProgramWriter.Write(seed, size).Source);
        return path;
    }

    /// <inheritdoc/>
    public override void Compile(string source, ProgramSetting setting, string output) => RunTool(setting, "-o", output, source);

    /// <inheritdoc/>
    public override string AssemblyOf(string source, ProgramSetting setting) => File.ReadAllText(source);

    /// <inheritdoc/>
    public override IEnumerable<string> ShorterRunsOf(string assembly) => _fewerRounds.Select(rounds => ProgramWriter.WithRounds(assembly, rounds));
}
