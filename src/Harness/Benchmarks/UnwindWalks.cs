using Unwinder;

namespace Harness.Benchmarks;

/// <summary>Whole unwinds, again and again, for some time.</summary>
internal static class UnwindWalks
{
    /// <summary>Between two looks at the clock.</summary>
    private const int Batch = 256;

    /// <summary>Nanoseconds of CPU time for one frame.</summary>
    /// <param name="unwinder">What is measured.</param>
    /// <param name="starts">The stacks: walked in turn.</param>
    /// <param name="seconds">How long.</param>
    public static double Measure<TUnwinder, TState>(TUnwinder unwinder, ReadOnlySpan<StartRegisters> starts, double seconds)
        where TUnwinder : struct, IFrameUnwinder<TState>
        where TState : struct, IUnwindState
    {
        var begin = Environment.CpuUsage.TotalTime;
        var (next, frames, taken) = (0, 0L, 0.0);
        do
        {
            for (var i = 0; i < Batch; i++)
            {
                frames += Walk<TUnwinder, TState>(ref unwinder, starts[next]);
                if (++next == starts.Length)
                    next = 0;
            }

            taken = (Environment.CpuUsage.TotalTime - begin).TotalSeconds;
        }
        while (taken < seconds);
        return taken * 1e9 / frames;
    }

    /// <summary>Callers of one stack.</summary>
    public static int Walk<TUnwinder, TState>(ref TUnwinder unwinder, in StartRegisters start)
        where TUnwinder : struct, IFrameUnwinder<TState>
        where TState : struct, IUnwindState
    {
        var frames = 0;
        if (unwinder.Start(start, out var state) != UnwindOutcome.Caller)
            return 0;
        while (unwinder.Next(ref state) == UnwindOutcome.Caller)
            frames++;
        return frames;
    }
}
