using System.Text;

namespace Harness.Verification.Results;

/// <summary>What is wrong with a fixture, for a reader.</summary>
internal static class ResultText
{
    private const int MaximumShown = 5;

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static string Failures(FixtureResult result)
    {
        var text = new StringBuilder();
        foreach (var failure in result.Failures)
            text.AppendLine($"FAIL {result.Name}: {failure}");
        if (result.QuirkProblem is { } problem)
            text.AppendLine($"FAIL {result.Name}: {problem}");
        foreach (var finding in result.Findings.Take(MaximumShown))
            text.Append(finding.Text);
        if (result.Findings.Count > MaximumShown)
            text.AppendLine($"     {result.Name}: {result.WrongPoints} points are wrong in all, at {result.Findings.Count} places or more");
        return text.ToString();
    }
}
