using Undwarf;

namespace Unwinder.Lookup;

/// <summary>
/// The row that holds at the begin of each block of a text range, and at the range's end: a search needs to look at the
/// rows of one block only.
/// </summary>
internal static class BlockTable
{
    /// <summary>One number for each block and one for the end of the range.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="begin">The range's first address.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="blockSize">Bytes in a block.</param>
    /// <param name="count">How many blocks.</param>
    public static int[] Build(UndwarfTable table, ulong begin, ulong size, ulong blockSize, int count)
    {
        var blocks = new int[count + 1];
        var row = table.IndexOf(begin);
        for (var i = 0; i < count; i++)
        {
            row = Advance(table, row, begin + Math.Min((ulong)i * blockSize, size));
            blocks[i] = row;
        }

        blocks[count] = Advance(table, row, begin + size);
        return blocks;
    }

    private static int Advance(UndwarfTable table, int row, ulong address)
    {
        while (row + 1 < table.Count && table.AddressOf(row + 1) <= address)
            row++;
        return row;
    }
}
