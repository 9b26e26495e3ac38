using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;

namespace Harness.Benchmarks;

/// <summary>
/// The program that rates are measured on: frames of eight shapes nested to a depth, then a loop of calls, pushes and
/// loads, about a hundred instructions each time round.
/// </summary>
internal sealed class Workload : IDisposable
{
    /// <summary>Instructions each time round.</summary>
    public const ulong InstructionsPerIteration = 103;

    /// <summary>The word that holds how often.</summary>
    public const string CounterSymbol = "bench_iterations";

    /// <summary>The function that is called.</summary>
    public const string EntrySymbol = "main";

    /// <summary>Loads the program.</summary>
    /// <param name="preparer">Makes objects of sources.</param>
    /// <param name="depth">Frames below the loop.</param>
    /// <param name="others">More sources to link with it, from the folder of the benchmark.</param>
    public Workload(FixturePreparer preparer, int depth, params IEnumerable<string> others)
    {
        var objects = others.Prepend("workload.s").Select(name => preparer.Prepare(FixtureDiscovery.Read(RepositoryFolders.BenchmarkFile(name)))).ToArray();
        if (objects.FirstOrDefault(prepared => prepared.Diagnostics.Count > 0) is { } bad)
            throw new InputException(bad.Diagnostics[0].Format(bad.File.Name));
        var image = ImageBuilder.Build([.. objects.Select(prepared => prepared.File)], preparer.Runtime().Select(support => support.File));
        Context = new GuestContext(image, objects[0].Header);
        Write("bench_depth", (ulong)depth);
    }

    /// <summary>The machine, with the program in it.</summary>
    public GuestContext Context { get; }

    /// <summary>Runs the program once for about so many instructions.</summary>
    public RunResult Run(MachineObserver observer, long instructions)
    {
        Write(CounterSymbol, Math.Max(1, (ulong)instructions / InstructionsPerIteration));
        Context.SetEntry(EntrySymbol);
        Context.ResetStackPointer();
        return Context.Machine.Run(observer, Context.Root);
    }

    /// <inheritdoc/>
    public void Dispose() => Context.Dispose();

    private void Write(string symbol, ulong value)
    {
        if (!Context.Machine.Memory.TryWriteWord(Context.Image.Require(symbol), value))
            throw new InputException($"bench: {symbol} is not in memory");
    }
}
