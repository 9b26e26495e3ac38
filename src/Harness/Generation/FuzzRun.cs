using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Harness.Fixtures;

namespace Harness.Generation;

/// <summary>Generates and verifies program after program on a few threads, and hands results on as they come.</summary>
/// <param name="family">What is generated.</param>
/// <param name="preparer">What makes objects of sources.</param>
/// <param name="options">How much, and how.</param>
/// <param name="observer">Is told what came of each program, by several threads.</param>
internal sealed class FuzzRun(ProgramFamily family, FixturePreparer preparer, FuzzOptions options, IFuzzObserver observer)
{
    private readonly object _gate = new();
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly SortedSet<ulong> _running = [];
    private ulong _next = options.Seed;
    private volatile bool _isCancelled;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The first seed that is not dealt with: where another run goes on.</summary>
    public ulong NextSeed
    {
        get
        {
            lock (_gate)
                return _running.Count > 0 ? _running.Min : _next;
        }
    }

    /// <summary>Begins no more seeds.</summary>
    public void Cancel() => _isCancelled = true;

    /// <summary>Runs until everything that was asked for is done.</summary>
    /// <exception cref="MissingPrerequisiteException">A tool is missing.</exception>
    public void Run()
    {
        var folder = Directory.CreateTempSubdirectory("harness-fuzz-");
        try
        {
            family.RequireTools(folder.FullName);
            _ = preparer.Runtime();
            var native = new NativeProgram(folder.FullName);
            var threads = Enumerable.Range(0, options.Jobs).Select(job => new Thread(() => Work(native, folder.CreateSubdirectory($"{job}").FullName))).ToArray();
            foreach (var thread in threads)
                thread.Start();
            foreach (var thread in threads)
                thread.Join();
            _failure?.Throw();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Work(NativeProgram native, string folder)
    {
        try
        {
            var runner = new ProgramRunner(family, preparer, options.Verification, native);
            while (Take() is { } seed)
            {
                foreach (var run in runner.Run(seed, folder))
                    observer.Finished(run);
                lock (_gate)
                    _running.Remove(seed);
            }
        }
        catch (Exception exception)
        {
            _failure ??= ExceptionDispatchInfo.Capture(exception);
            Cancel();
        }
    }

    private ulong? Take()
    {
        lock (_gate)
        {
            var isEnough = _isCancelled
                || _next > uint.MaxValue // Csmith knows no more seeds
                || (options.Count is { } count && _next - options.Seed >= (ulong)count)
                || (options.Time is { } time && Stopwatch.GetElapsedTime(_begin) >= time);
            if (isEnough)
                return null;
            _running.Add(_next);
            return _next++;
        }
    }
}
