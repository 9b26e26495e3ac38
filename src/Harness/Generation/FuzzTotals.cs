using Harness.Verification;

namespace Harness.Generation;

/// <summary>What came of many programs.</summary>
internal sealed class FuzzTotals
{
    private readonly Dictionary<ProgramOutcome, long> _outcomes = [];
    private VerificationCounters _counters;

    /// <summary>How many programs.</summary>
    public long Programs { get; private set; }

    /// <summary>What was verified of them.</summary>
    public VerificationCounters Counters => _counters;

    /// <summary>Seconds of generating, compiling and running natively, over all threads.</summary>
    public double BuildSeconds { get; private set; }

    /// <summary>Seconds of analysis and verification, over all threads.</summary>
    public double VerifySeconds { get; private set; }

    /// <summary>Is there something to look into?</summary>
    public bool HasFindings => _outcomes.Keys.Any(ProgramOutcomes.IsFinding);

    /// <summary>How many had an outcome.</summary>
    public long this[ProgramOutcome outcome] => _outcomes.GetValueOrDefault(outcome);

    /// <summary>Adds one.</summary>
    public void Add(ProgramResult result)
    {
        Programs++;
        _outcomes[result.Outcome] = this[result.Outcome] + 1;
        _counters.Add(result.Counters);
        BuildSeconds += result.BuildSeconds;
        VerifySeconds += result.VerifySeconds;
    }
}
