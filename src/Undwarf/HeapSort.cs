namespace Undwarf;

/// <summary>The kernel's sort: not stable, and any comparison will do for it to end.</summary>
internal static class HeapSort
{
    /// <summary>Sorts in place.</summary>
    public static void Sort<T>(Span<T> items, Comparison<T> compare)
    {
        for (var root = (items.Length / 2) - 1; root >= 0; root--)
            SiftDown(items, root, items.Length, compare);
        for (var end = items.Length - 1; end > 0; end--)
        {
            (items[0], items[end]) = (items[end], items[0]);
            SiftDown(items, 0, end, compare);
        }
    }

    private static void SiftDown<T>(Span<T> items, int root, int end, Comparison<T> compare)
    {
        for (var child = (2 * root) + 1; child < end; child = (2 * root) + 1)
        {
            if (child + 1 < end && compare(items[child], items[child + 1]) < 0)
                child++;
            if (compare(items[root], items[child]) >= 0)
                return;
            (items[root], items[child]) = (items[child], items[root]);
            root = child;
        }
    }
}
