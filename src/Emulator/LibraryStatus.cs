using System.Diagnostics.CodeAnalysis;

namespace Emulator;

/// <summary>What is known of the installed libunicorn.</summary>
/// <param name="Version">Its version, or null when none could be loaded.</param>
/// <param name="Problem">Why it can't be used, as part of a sentence; null when it can.</param>
public sealed record LibraryStatus(Version? Version, string? Problem)
{
    /// <summary>Whether machines can be made.</summary>
    [MemberNotNullWhen(true, nameof(Version))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsAvailable => Problem is null;
}
