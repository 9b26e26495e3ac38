namespace Harness.Verification.Results;

/// <summary>Joins the files of all shards into that of the whole.</summary>
internal static class ShardMerge
{
    /// <summary>What a run that was not shared out would have come to.</summary>
    /// <param name="files">The shards, with the names of their files; at least one.</param>
    /// <exception cref="InputException">A shard is missing or there twice, or they are not of one run.</exception>
    public static VerificationFile Join(IReadOnlyList<(string Path, VerificationFile File)> files)
    {
        var first = files[0];
        foreach (var (path, file) in files.Skip(1))
        {
            if (first.File.Identity.DifferenceFrom(file.Identity) is { } difference)
                throw new InputException($"{path} does not belong to {first.Path}: {difference}");
            if (file.Shard.Count != first.File.Shard.Count)
                throw new InputException($"{path} is one of {file.Shard.Count} shards, {first.Path} one of {first.File.Shard.Count}");
            if (!file.Fixtures.Select(NameAndHash).SequenceEqual(first.File.Fixtures.Select(NameAndHash)))
                throw new InputException($"{path} has other fixtures than {first.Path}: {FirstDifference(first.File, file)}");
        }

        CheckComplete(files);
        var ordered = files.Select(file => file.File).OrderBy(file => file.Shard.Index).ToArray();
        var fixtures = new FixtureResult[first.File.Fixtures.Count];
        for (var i = 0; i < fixtures.Length; i++)
        {
            var parts = ordered.Select(file => file.Fixtures[i]).ToArray();
            if (!ResultMerge.RanTheSame(parts))
                throw new InputException($"{parts[0].Name}: the shards executed different instructions, so they don't make up a whole");
            fixtures[i] = ResultMerge.Join(parts);
        }

        return VerificationFile.Of(first.File.Identity, ShardNumber.Only, fixtures);
    }

    private static (string Name, string Hash) NameAndHash(FixtureResult fixture) => (fixture.Name, fixture.Hash);

    private static void CheckComplete(IReadOnlyList<(string Path, VerificationFile File)> files)
    {
        foreach (var same in files.GroupBy(file => file.File.Shard).Where(group => group.Count() > 1))
            throw new InputException($"shard {same.Key} is there twice: {string.Join(", ", same.Select(file => file.Path))}");
        var there = files.Select(file => file.File.Shard.Index).ToHashSet();
        var count = files[0].File.Shard.Count;
        var missing = Enumerable.Range(1, count).Where(index => !there.Contains(index)).Take(10).ToArray();
        if (missing.Length > 0)
            throw new InputException($"{count - there.Count} of {count} shards missing: {string.Join(", ", missing)}{(count - there.Count > missing.Length ? ", ..." : "")}");
    }

    private static string FirstDifference(VerificationFile one, VerificationFile other)
    {
        var (ones, others) = (one.Fixtures.ToDictionary(fixture => fixture.Name), other.Fixtures.ToDictionary(fixture => fixture.Name));
        var name = ones.Keys.Union(others.Keys).Order(StringComparer.Ordinal)
            .First(name => !ones.TryGetValue(name, out var a) || !others.TryGetValue(name, out var b) || a.Hash != b.Hash);
        return ones.ContainsKey(name) && others.ContainsKey(name) ? $"{name} differs" : $"{name} is in one of them only";
    }
}
