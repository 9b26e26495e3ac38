using Harness.Verification.Chains;
using Unwinder.Tasks;

namespace Harness.Execution;

/// <summary>What is done at every instruction in kernel mode, before it executes.</summary>
internal abstract class PointObserver
{
    /// <summary>Looks at the machine as it stands before the instruction at <paramref name="rip"/>.</summary>
    /// <param name="rip">The instruction.</param>
    /// <param name="change">What can have been written since the last point.</param>
    public abstract void OnPoint(ulong rip, MemoryChange change);

    /// <summary>Looks at a task that has just gone to sleep, or is about to go on; the shadow stack is its own.</summary>
    public virtual void OnTaskAsleep(InactiveTask task)
    {
    }
}
