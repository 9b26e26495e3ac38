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
    private const ulong InstructionsPerIteration = 103;

    private readonly GuestContext _context;

    public Workload(FixturePreparer preparer, int depth)
    {
        var prepared = preparer.Prepare(FixtureDiscovery.Read(Path.Combine(RepositoryFolders.Fixtures, "..", "bench", "workload.s")));
        if (prepared.Diagnostics.Count > 0)
            throw new InputException(prepared.Diagnostics[0].Format(prepared.File.Name));
        var image = ImageBuilder.Build([prepared.File], preparer.Runtime().Select(support => support.File));
        _context = new GuestContext(image, prepared.Header);
        Write("bench_depth", (ulong)depth);
    }

    /// <summary>The machine, with the program in it.</summary>
    public GuestContext Context => _context;

    /// <summary>Runs the program once for about so many instructions.</summary>
    public RunResult Run(MachineObserver observer, long instructions)
    {
        Write("bench_iterations", Math.Max(1, (ulong)instructions / InstructionsPerIteration));
        _context.SetEntry("main");
        _context.ResetStackPointer();
        return _context.Machine.Run(observer, _context.Root);
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Dispose();

    private void Write(string symbol, ulong value)
    {
        if (!_context.Machine.Memory.TryWriteWord(_context.Image.Require(symbol), value))
            throw new InputException($"bench: {symbol} is not in memory");
    }
}
