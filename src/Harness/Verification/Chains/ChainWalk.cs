using Unwinder;
using Unwinder.Tasks;

namespace Harness.Verification.Chains;

/// <summary>A way to unwind from registers and compare every frame on the way.</summary>
internal abstract class ChainWalk
{
    /// <summary>Callers that the last chain has.</summary>
    public int Frames { get; protected set; }

    /// <summary>Asked first: does the chain certainly hold as it did at the last point? Null where that is not known.</summary>
    public SteadyChain? Steady { get; protected init; }

    /// <summary>Compares the chain from <paramref name="start"/> with the shadow stack.</summary>
    /// <param name="start">The machine's registers.</param>
    /// <param name="change">What can have been written since the last call.</param>
    public abstract ChainVerdict Verify(in StartRegisters start, MemoryChange change);

    /// <summary>Unwinds a task that does not run and compares its frames, the first included, with the shadow stack.</summary>
    public abstract ChainVerdict VerifyTask(in InactiveTask task);

    /// <summary>That unwind again, as <see cref="Explain"/>.</summary>
    public abstract UnwoundChain ExplainTask(in InactiveTask task);

    /// <summary>The same unwind again, with everything that a person needs to see what is wrong.</summary>
    public abstract UnwoundChain Explain(in StartRegisters start);
}
