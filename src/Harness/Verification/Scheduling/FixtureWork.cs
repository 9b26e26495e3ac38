using Harness.Execution;
using Harness.Fixtures;
using Harness.Verification.Results;

namespace Harness.Verification.Scheduling;

/// <summary>A fixture, and the units that its points are worked on in.</summary>
internal sealed class FixtureWork
{
    /// <summary>Makes the work of a fixture.</summary>
    /// <param name="fixture">Which.</param>
    /// <param name="share">The points that are to be verified.</param>
    /// <param name="states">What was done of it before; empty: nothing.</param>
    public FixtureWork(Fixture fixture, ShareRange share, IReadOnlyList<UnitState> states)
    {
        Fixture = fixture;
        Share = share;
        Units = states.Count > 0 ? [.. states.Select(state => new WorkUnit(this, state))] : [WorkUnit.Fresh(this, share)];
    }

    /// <summary>Which.</summary>
    public Fixture Fixture { get; }

    /// <summary>The points to verify.</summary>
    public ShareRange Share { get; }

    /// <summary>Together all of the share.</summary>
    public List<WorkUnit> Units { get; private set; }

    /// <summary>False when a share of its run executes other instructions than the whole.</summary>
    public bool IsSplittable { get; private set; } = true;

    /// <summary>Is all of it verified?</summary>
    public bool IsDone => Units.TrueForAll(unit => unit.State.IsDone);

    /// <summary>What came of it; only when it is done.</summary>
    public FixtureResult Result => ResultMerge.Join(Parts);

    /// <summary>Do the units make up a whole?</summary>
    public bool HoldsTogether => ResultMerge.RanTheSame(Parts);

    private FixtureResult[] Parts => [.. Units.Select(unit => unit.State.Result!)];

    /// <summary>Starts over with a single unit.</summary>
    public WorkUnit StartOver()
    {
        IsSplittable = false;
        Units = [WorkUnit.Fresh(this, Share)];
        return Units[0];
    }
}
