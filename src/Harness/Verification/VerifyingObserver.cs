using Harness.Execution;
using Harness.Loading.Patching;
using Harness.Verification.Chains;
using Unwinder.Tasks;

namespace Harness.Verification;

/// <summary>Verifies every point of a run and keeps one finding for each place and row that is wrong.</summary>
internal sealed class VerifyingObserver(ChainVerifier verifier, CodeVariant variant, StackPicture stack) : PointObserver
{
    /// <summary>Findings that are kept; more are only counted.</summary>
    public const int MaximumKept = 20;

    /// <summary>Wrong points that are looked into; of later ones the first at each instruction.</summary>
    private const int MaximumExplained = 10_000;

    private readonly List<Mismatch> _mismatches = [];
    private readonly HashSet<(ulong Rip, int Row)> _seen = [];
    private readonly HashSet<ulong> _explained = [];
    private readonly SortedSet<ulong> _places = [];
    private GuestRun _run = null!;

    /// <summary>Points at which the chain was wrong.</summary>
    public long WrongPoints { get; private set; }

    /// <summary>The instructions and return addresses whose callers came out wrong, whoever was unwound from.</summary>
    public IReadOnlyCollection<ulong> WrongPlaces => _places;

    /// <summary>The findings, first ones first.</summary>
    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    /// <summary>Says whose points these are.</summary>
    public void Attach(GuestRun run) => _run = run;

    /// <inheritdoc/>
    public override void OnPoint(ulong rip, MemoryChange change)
    {
        if (!verifier.Verify(rip, change) && MayExplain(rip))
            Keep(rip, verifier.Explain(rip));
    }

    /// <inheritdoc/>
    public override void OnTaskAsleep(InactiveTask task)
    {
        if (verifier.VerifyTask(task) || !MayExplain(task.StackPointer))
            return;
        Keep(_run.Shadow.Top.Ip, verifier.ExplainTask(task), isAsleep: true);
    }

    private bool MayExplain(ulong place)
    {
        WrongPoints++;
        return _explained.Add(place) || WrongPoints <= MaximumExplained;
    }

    private void Keep(ulong rip, UnwoundChain chain, bool isAsleep = false)
    {
        var place = chain.Frames.Count > 0 ? chain.Frames[chain.FirstWrong].Frame.Ip : rip;
        _places.Add(place);
        var row = chain.Frames.Count > 0 ? chain.Frames[chain.FirstWrong].Row : -1;
        if (_mismatches.Count == MaximumKept || !_seen.Add((rip, row)))
            return;

        // The nearest true frame of a sleeping task is where it sleeps.
        var expected = _run.Shadow.Frames[..(isAsleep ? _run.Shadow.Depth - 1 : _run.Shadow.Depth)].ToArray();
        Array.Reverse(expected);
        _mismatches.Add(new Mismatch(variant, _run.Share.Next, rip, _run.CurrentVisit, _run.Nest.Places, expected, chain, stack.Draw(), isAsleep));
    }
}
