using Harness.Execution;
using Harness.Verification.Results;

namespace Harness.Verification.Scheduling;

/// <summary>A share of a fixture's points that one thread works on at a time.</summary>
internal sealed class WorkUnit(FixtureWork work, UnitState state)
{
    private volatile bool _splitWanted;

    /// <summary>The fixture.</summary>
    public FixtureWork Work { get; } = work;

    /// <summary>What is done and what is left.</summary>
    public UnitState State { get; set; } = state;

    /// <summary>Has a thread without work asked for half of it?</summary>
    public bool SplitWanted
    {
        get => _splitWanted;
        set => _splitWanted = value;
    }

    /// <summary>When it was begun: a value of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public long Begun { get; set; }

    /// <summary>When its state is looked at next: likewise.</summary>
    public long NextLook { get; set; }

    /// <summary>All of a share, nothing of it done.</summary>
    public static WorkUnit Fresh(FixtureWork work, ShareRange range) => new(work, new UnitState(range, IsDone: false, Result: null));
}
