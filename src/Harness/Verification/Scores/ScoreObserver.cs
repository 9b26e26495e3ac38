using Harness.Execution;
using Harness.Verification.Chains;

namespace Harness.Verification.Scores;

/// <summary>Counts how an unwinder does, by the kind of place.</summary>
internal sealed class ScoreObserver(ChainVerifier verifier, PlaceMap places, ShadowStack shadow) : PointObserver
{
    private readonly Tally[] _tallies = new Tally[Enum.GetValues<PlaceKind>().Length];

    /// <summary>The counts, in the order of the kinds.</summary>
    public IReadOnlyList<Tally> Tallies => _tallies;

    /// <inheritdoc/>
    public override void OnPoint(ulong rip, MemoryChange change)
    {
        ref var tally = ref _tallies[(int)KindAt(rip)];
        if (verifier.Verify(rip, change))
            tally.Right++;
        else if (IsTruncated(verifier.Explain(rip)))
            tally.Truncated++;
        else
            tally.Wrong++;
    }

    private PlaceKind KindAt(ulong rip)
    {
        var kind = places.KindOf(rip);
        if (kind == PlaceKind.EntryCode)
            return kind;
        foreach (ref readonly var frame in shadow.Frames)
        {
            if (frame.IsInterrupted && !frame.IsUserMode)
                return PlaceKind.InterruptFrame;
        }

        return kind;
    }

    /// <summary>Is what is wrong only that nothing follows?</summary>
    private bool IsTruncated(UnwoundChain chain) => chain.FirstWrong >= chain.Frames.Count - 1 && chain.Frames.Count <= shadow.Depth + 1;
}
