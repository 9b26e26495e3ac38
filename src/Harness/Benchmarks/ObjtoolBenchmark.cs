using System.Diagnostics;
using System.Globalization;
using Elf;
using Harness.Toolchain;
using Objtool.Analysis;
using Objtool.Tables;
using Undwarf;

namespace Harness.Benchmarks;

/// <summary>
/// How fast object files are analysed, stage by stage, and beside another objtool that is started once for each file.
/// </summary>
internal sealed class ObjtoolBenchmark(IReadOnlyList<string> files, TableFormat format, AnalysisOptions options)
{
    private const int Rounds = 3;

    private readonly (string Path, byte[] Contents)[] _inputs = [.. files.Select(path => (path, File.ReadAllBytes(path)))];

    private readonly record struct Cost(double Wall, double Cpu);

    /// <summary>Measures, and writes a table.</summary>
    /// <param name="jobs">How many files at a time where several are worked on.</param>
    /// <param name="other">Another objtool (<c>--orc --dry-run FILE</c>), or null.</param>
    /// <param name="output">Where to.</param>
    public void Run(int jobs, string? other, TextWriter output)
    {
        var text = _inputs.Sum(input => TextSizeOf(ElfFile.Read(input.Contents, input.Path)));
        output.WriteLine($"{_inputs.Length} files, {text / 1e6:F1} MB of text");
        var stages = new List<(string Name, Action Run)>
        {
            ("read", () => EachInput(1, input => ElfFile.Read(input.Contents, input.Path))),
            ("read, analyse", () => EachInput(1, input => ObjectAnalysis.Run(ElfFile.Read(input.Contents, input.Path), options))),
            ("read, analyse, rows", () => EachInput(1, Generate)),
            ($"read, analyse, rows, {jobs} at a time", () => EachInput(jobs, Generate)),
        };
        if (other is not null)
            stages.Add(($"{Path.GetFileName(other)}, a process per file", () => RunOther(other)));

        var costs = stages.Select(_ => new List<Cost>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < stages.Count; i++)
                costs[i].Add(Measure(stages[i].Run));
        }

        output.WriteLine($"{"best of " + Rounds,-36}{"wall s",10}{"CPU s",10}{"MB/s",10}{"MB/CPU s",10}");
        for (var i = 0; i < stages.Count; i++)
        {
            var (wall, cpu) = (costs[i].Min(cost => cost.Wall), costs[i].Min(cost => cost.Cpu));
            output.WriteLine($"{stages[i].Name,-36}{wall,10:F2}{cpu,10:F2}{text / 1e6 / wall,10:F1}{text / 1e6 / cpu,10:F1}");
        }
    }

    private static long TextSizeOf(ElfFile file)
    {
        var size = 0L;
        foreach (var section in file.Sections)
            size += section.Flags.HasFlag(SectionFlags.Execute) ? section.Contents.Length : 0;
        return size;
    }

    private void EachInput(int jobs, Action<(string Path, byte[] Contents)> work) =>
        Parallel.ForEach(_inputs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, work);

    private void Generate((string Path, byte[] Contents) input)
    {
        var file = ElfFile.Read(input.Contents, input.Path);
        var entry = new byte[format.EntrySize];
        foreach (var row in TableGenerator.Generate(ObjectAnalysis.Run(file, options), format))
            format.Encode(row.Entry, entry);
    }

    private void RunOther(string program)
    {
        foreach (var (path, _) in _inputs)
            ExternalTool.Run(program, "linux-kbuild", ["--orc", "--dry-run", path]);
    }

    private static Cost Measure(Action run)
    {
        GC.Collect();
        var (wall, cpu) = (Stopwatch.StartNew(), CpuTime());
        run();
        return new Cost(wall.Elapsed.TotalSeconds, CpuTime() - cpu);
    }

    /// <summary>Seconds of CPU that this process and the children it has waited for took.</summary>
    private static double CpuTime()
    {
        // Fields behind the name, from the third on: cutime and cstime are the 16th and 17th, in hundredths.
        var fields = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(" ");
        var children = (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
        return Environment.CpuUsage.TotalTime.TotalSeconds + children;
    }
}
