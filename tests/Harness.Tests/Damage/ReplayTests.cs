using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Harness.Tracing;
using Harness.Verification;
using Harness.Verification.Chains;

namespace Harness.Tests.Damage;

/// <summary>The point that a verdict names is found again, and is wrong again in the same way.</summary>
public sealed class ReplayTests
{
    /// <summary>One in so many of a fixture's damages.</summary>
    private const int Sample = 5;

    [Theory]
    [InlineData("functions/recursion", "none")]
    [InlineData("functions/realign-rbp", "none")]
    [InlineData("functions/drap-nested", "none")]
    [InlineData("functions/drap-r13", "each")]
    [InlineData("functions/loop-frame", "each")]
    [InlineData("functions/shared-epilogue", "each")]
    [InlineData("functions/rep-string", "each")]
    [InlineData("entry/exception-no-error-code", "none")]
    [InlineData("entry/exception-from-user", "none")]
    [InlineData("entry/irq-entry", "none")]
    [InlineData("entry/nmi-from-user-dx", "each")]
    [InlineData("entry/irq-entry", "nested")]
    [InlineData("entry/nmi-ist", "nested")]
    public void EveryVerdict_IsReplayed(string name, string interrupts)
    {
        var table = TableObject.Of(Source.Named(name));
        using var scratch = new Scratch();
        var damages = Enumerable.Range(0, table.Rows.Count).SelectMany(row => RowDamage.EachFieldOf(table, row)).ToList();
        var replayed = 0;
        for (var i = 0; i < damages.Count; i += Sample)
        {
            var fixture = table.Save(scratch, table.With(damages[i].Rows));
            var report = Verifying.Run(fixture, Verifying.Mode(interrupts));
            foreach (var mismatch in report.Mismatches.Where(mismatch => mismatch.Chain.Frames.Count > 0).Take(2))
            {
                AssertReplayed(fixture, mismatch, report.Interrupts, report.Image!.Symbols);
                replayed++;
            }
        }

        Assert.True(replayed > damages.Count / Sample / 3, $"only {replayed} verdicts");
    }

    private static void AssertReplayed(Fixture fixture, Mismatch mismatch, InterruptMode interrupts, SymbolMap symbols)
    {
        var at = $"{symbols.NameOf(mismatch.Rip)}#{mismatch.Visit}";
        var request = new TraceRequest(at)
        {
            Nest = [.. mismatch.Interrupts.Select(irq => new InterruptRequest(irq.Kind, $"{symbols.NameOf(irq.Rip)}#{irq.Visit}"))],
            Interrupts = interrupts,
        };
        var (text, isRight) = new FixtureTracer(Verifying.Preparer).Trace(fixture, request);

        Assert.False(isRight, text);
        Assert.StartsWith($"{at} ", text, StringComparison.Ordinal);
        Assert.EndsWith($"WRONG: the caller of frame {mismatch.Chain.FirstWrong}\n", text, StringComparison.Ordinal);
        var unwound = text.Split('\n').SkipWhile(line => line != "unwound:").Skip(1).TakeWhile(line => line != "true:").ToList();
        Assert.Equal(mismatch.Chain.Frames.Count + 1, unwound.Count);
        Assert.Equal(ChainText.EndOf(mismatch.Chain.Outcome), unwound[^1].Trim());
        for (var i = 0; i < mismatch.Chain.Frames.Count; i++)
            Assert.Contains($" {ChainText.NameOf(mismatch.Chain.Frames[i].Frame, symbols)} sp {mismatch.Chain.Frames[i].Frame.Sp:x16} ", unwound[i], StringComparison.Ordinal);
    }
}
