using Harness.Bugs;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Verification.Results;
using Harness.Verification.Scheduling;

namespace Harness.Verification;

/// <summary>Verifies fixtures, or a shard of their points: from the files to the results.</summary>
/// <param name="fixtures">Which, sorted by name.</param>
/// <param name="preparer">What makes objects of them.</param>
/// <param name="options">How they are verified.</param>
/// <param name="optionNames">The options that have an influence on results, as on the command line.</param>
internal sealed class Verifier(
    IReadOnlyList<Fixture> fixtures, FixturePreparer preparer, VerificationOptions options, SortedDictionary<string, string> optionNames)
{
    /// <summary>Threads to use: 1 or more.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The part to verify.</summary>
    public ShardNumber Shard { get; init; } = ShardNumber.Only;

    /// <summary>The file that keeps what was verified; null: none does.</summary>
    public string? ResumePath { get; init; }

    /// <summary>Does it.</summary>
    /// <exception cref="InputException">A fixture or the file to resume from can't be used.</exception>
    public VerificationFile Run()
    {
        if (ResumePath is not null || Shard != ShardNumber.Only)
            CheckNames();
        var identity = new RunIdentity(
            RunIdentity.ThisProgram, RunIdentity.Fingerprint(preparer.Runtime().Select(support => support.Hash)), optionNames);
        using var journal = ResumePath is null ? null : ResumeJournal.Open(ResumePath, identity, Shard);
        FixtureWork[] works = [.. fixtures.Select(fixture => WorkOn(fixture, journal))];

        var progress = ProgressLine.OnStandardError();
        try
        {
            var verifier = new PromiseVerifier(preparer, options);
            var batch = new VerificationBatch(works, verifier.Verify, new BatchObserver(works, journal, progress), Jobs);
            return VerificationFile.Of(identity, Shard, batch.Run());
        }
        finally
        {
            progress?.Clear();
        }
    }

    /// <summary>Results are kept and joined by name.</summary>
    private void CheckNames()
    {
        if (fixtures.GroupBy(fixture => fixture.Name).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new InputException($"two fixtures have the name {same.Key}: {string.Join(", ", same.Select(fixture => fixture.Path))}");
    }

    private FixtureWork WorkOn(Fixture fixture, ResumeJournal? journal)
    {
        var states = Array.Empty<UnitState>() as IReadOnlyList<UnitState>;
        if (journal?.Find(fixture.Name) is { } earlier)
        {
            if (preparer.HashOf(fixture) != earlier.Hash)
                throw new InputException($"{ResumePath}: {fixture.Path} has changed since; delete {ResumePath} to start over");
            states = earlier.Units;
        }

        return new FixtureWork(fixture, new ShareRange(0, Shard.Index - 1, Shard.Count, SaltOf(fixture), options.BlockSize), states);
    }

    /// <summary>FNV-1a of the name: the same on every machine.</summary>
    private static uint SaltOf(Fixture fixture) =>
        fixture.Name.Aggregate(0x811c_9dc5u, (hash, character) => unchecked((hash ^ character) * 0x0100_0193));
}
