namespace Unwinder.Lookup;

/// <summary>The search that all lookups end with.</summary>
internal static class RowSearch
{
    /// <summary>The last row that starts at or before an address.</summary>
    /// <param name="starts">Starts of all rows, ascending.</param>
    /// <param name="low">A row that starts at or before the address, or -1.</param>
    /// <param name="high">A row that starts after it, or the number of rows.</param>
    /// <param name="distance">The address, counted as the starts are.</param>
    public static int Rightmost(ReadOnlySpan<uint> starts, int low, int high, uint distance)
    {
        while (unchecked(high - low) > 1)
        {
            var middle = unchecked(low + high) >> 1;
            if (starts[middle] <= distance)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
