using System.Globalization;
using System.Text.Json.Serialization;

namespace Harness.Verification.Results;

/// <summary>One of several shards.</summary>
/// <param name="Index">Which, from 1.</param>
/// <param name="Count">Of how many.</param>
internal readonly record struct ShardNumber(int Index, int Count)
{
    /// <summary>More would be more than there are blocks in most runs.</summary>
    public const int MaximumCount = 1_000_000;

    /// <summary>The only one.</summary>
    public static ShardNumber Only { get; } = new(1, 1);

    /// <summary>Is it one of so many?</summary>
    [JsonIgnore]
    public bool IsValid => Count is >= 1 and <= MaximumCount && Index >= 1 && Index <= Count;

    /// <summary>Reads <c>2/8</c>; null when it is not that.</summary>
    public static ShardNumber? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && new ShardNumber(index, count) is { IsValid: true } shard
                ? shard
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";
}
