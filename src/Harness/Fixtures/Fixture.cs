namespace Harness.Fixtures;

/// <summary>One thing to run.</summary>
/// <param name="Path">Its file, as given or found.</param>
/// <param name="Group">The folder under asm-fixtures that it is in, or the name of its folder.</param>
/// <param name="Name">Group, folders below it and file name without extension: <c>functions/leaf</c>.</param>
/// <param name="Kind">What has to be done with the file.</param>
/// <param name="Header">What the file says about itself.</param>
internal sealed record Fixture(string Path, string Group, string Name, FixtureKind Kind, FixtureHeader Header)
{
    /// <summary>The last part of its name: what a catalogued bug is called.</summary>
    public string Id => Name[(Name.LastIndexOf('/') + 1)..];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
