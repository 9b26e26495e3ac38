using Harness.Execution;
using Harness.Loading.Patching;
using Harness.Verification.Chains;

namespace Harness.Verification;

/// <summary>Verifies every point of a run and keeps one finding for each place and row that is wrong.</summary>
internal sealed class VerifyingObserver(ChainVerifier verifier, CodeVariant variant) : PointObserver
{
    /// <summary>Findings that are kept; more are only counted.</summary>
    private const int MaximumKept = 20;

    private readonly List<Mismatch> _mismatches = [];
    private readonly HashSet<(ulong Rip, int Row)> _seen = [];
    private GuestRun _run = null!;

    /// <summary>Points at which the chain was wrong.</summary>
    public long WrongPoints { get; private set; }

    /// <summary>The findings, first ones first.</summary>
    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    /// <summary>Says whose points these are.</summary>
    public void Attach(GuestRun run) => _run = run;

    /// <inheritdoc/>
    public override void OnPoint(ulong rip, MemoryChange change)
    {
        if (!verifier.Verify(rip, change))
            Keep(rip);
    }

    private void Keep(ulong rip)
    {
        WrongPoints++;
        if (_mismatches.Count == MaximumKept)
            return;

        var chain = verifier.Explain(rip);
        var row = chain.Frames.Count > 0 ? chain.Frames[chain.FirstWrong].Row : -1;
        if (!_seen.Add((rip, row)))
            return;

        var expected = _run.Shadow.Frames.ToArray();
        Array.Reverse(expected);
        _mismatches.Add(new Mismatch(variant, rip, _run.CurrentVisit, _run.CurrentInterrupt, expected, chain));
    }
}
