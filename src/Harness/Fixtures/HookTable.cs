namespace Harness.Fixtures;

/// <summary>Where a fixture keeps its replaced return addresses.</summary>
/// <param name="Trampoline">The symbol that they are replaced by.</param>
/// <param name="Table">The symbol of the array of {trampoline, slot, original}.</param>
/// <param name="Entries">How many it has room for.</param>
internal sealed record HookTable(string Trampoline, string Table, int Entries)
{
    /// <summary>Reads <c>trampoline:table:entries</c>.</summary>
    /// <exception cref="FormatException">Something else.</exception>
    public static HookTable Parse(string value) => value.Split(':') is [var trampoline, var table, var count] && int.TryParse(count, out var entries) && entries is > 0 and < 1000
        ? new HookTable(trampoline, table, entries)
        : throw new FormatException($"hooks={value}: expected TRAMPOLINE:TABLE:ENTRIES");
}
