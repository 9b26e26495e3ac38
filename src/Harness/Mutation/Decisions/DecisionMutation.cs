using System.Collections.Concurrent;
using Elf;
using Harness.Bugs;
using Harness.Fixtures;
using Harness.Verification;
using Objtool.Decoding;
using Undwarf.Quirks;
using Unwinder;

namespace Harness.Mutation.Decisions;

/// <summary>
/// Makes one decision of the unwinder or of the generator wrong and verifies fixtures until one fails: first those that are
/// about it, without interrupts before with them.
/// </summary>
internal sealed class DecisionMutation
{
    private static readonly InterruptMode[] _modes = [InterruptMode.None, InterruptMode.Each];

    private readonly FixturePreparer _preparer;
    private readonly InterruptMode _interrupts;
    private readonly Fixture[] _fixtures;
    private readonly ConcurrentDictionary<(string Fixture, InterruptMode Mode), bool> _sound = [];

    /// <summary>Takes the fixtures whose callers are found by undwarf rows.</summary>
    public DecisionMutation(IEnumerable<Fixture> fixtures, FixturePreparer preparer, InterruptMode interrupts)
    {
        (_preparer, _interrupts) = (preparer, interrupts);
        _fixtures = [.. fixtures.Where(fixture => (fixture.Header.Unwinder ?? UnwinderKind.Undwarf) == UnwinderKind.Undwarf && fixture.Kind != FixtureKind.Elf)];
    }

    /// <summary>All wrong decisions of some kinds.</summary>
    /// <exception cref="InputException">A fixture that can't be used.</exception>
    public IReadOnlyList<DecisionResult> Run(IReadOnlySet<string> kinds, int jobs)
    {
        var mutants = DecisionMutant.Quirks.Concat(kinds.Contains(DecisionKinds.Effect) ? DecisionMutant.Without(EffectsThatOccur()) : []).Where(mutant => kinds.Contains(mutant.Kind)).ToArray();
        var results = new DecisionResult[mutants.Length];
        _preparer.Runtime();
        Parallel.For(0, mutants.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => results[i] = Judge(mutants[i]));
        return results;
    }

    private IReadOnlyCollection<InstructionEffect> EffectsThatOccur()
    {
        var effects = new EffectTable();
        var preparer = _preparer.With(effects);
        foreach (var fixture in _fixtures.Where(fixture => fixture.Header.Expectation.Outcome != ExpectedOutcome.Diagnostic))
            preparer.Prepare(fixture);
        return effects.Seen;
    }

    private DecisionResult Judge(DecisionMutant mutant)
    {
        var preparer = mutant.Effect is { } effect ? _preparer.With(new EffectTable { Dropped = effect }) : _preparer.With(mutant.Quirk, SourceVariant.Repaired);
        var ordered = _fixtures.OrderByDescending(fixture => IsAbout(fixture, mutant.Quirk)).ToArray();
        foreach (var mode in _modes.Where(mode => mode <= _interrupts))
        {
            foreach (var fixture in ordered.Where(fixture => fixture.Header.Interrupts >= mode))
            {
                if (HowItFails(fixture, preparer, mode) is { } how && IsSound(fixture, mode))
                    return new DecisionResult(mutant.Kind, mutant.Name, mutant.What, fixture.Name, how);
            }
        }

        return new DecisionResult(mutant.Kind, mutant.Name, mutant.What, null, "", DecisionNotes.ReasonFor(mutant));
    }

    /// <summary>A fixture that fails anyway says nothing.</summary>
    private bool IsSound(Fixture fixture, InterruptMode mode) => _sound.GetOrAdd((fixture.Name, mode), _ => HowItFails(fixture, _preparer, mode) is null);

    private static bool IsAbout(Fixture fixture, QuirkSet quirk) => quirk != QuirkSet.None && Fault.Of(fixture)?.Quirks == quirk;

    /// <summary>The first line of what is wrong; null when nothing is.</summary>
    private static string? HowItFails(Fixture fixture, FixturePreparer preparer, InterruptMode mode)
    {
        try
        {
            var report = new FixtureVerifier(preparer, new VerificationOptions { Interrupts = mode }).Verify(fixture);
            return report.Passed ? null : VerdictWriter.Write(report).Split('\n')[0];
        }
        catch (Exception exception) when (exception is InputException or ElfFormatException)
        {
            return exception.Message;
        }
    }
}
