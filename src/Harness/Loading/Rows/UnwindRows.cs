namespace Harness.Loading.Rows;

/// <summary>The rows by which an unwinder finds callers, numbered as it numbers them.</summary>
internal abstract class UnwindRows
{
    /// <summary>Of an unwinder that has none.</summary>
    public static UnwindRows None { get; } = new NoRows();

    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>The row that holds at an interrupted instruction, or -1.</summary>
    public abstract int IndexOf(ulong ip);

    /// <summary>A row's first address.</summary>
    public abstract ulong AddressOf(int row);

    /// <summary>What a row says, in a few words.</summary>
    public abstract string Describe(int row);

    /// <summary>
    /// Should a run of the fixture use it? Those are the rows of the fixture that code can come to: all but terminators
    /// and rows of code that the analysis found to be unreachable.
    /// </summary>
    public abstract bool IsToBeUsed(int row);

    private sealed class NoRows : UnwindRows
    {
        public override int Count => 0;

        public override int IndexOf(ulong ip) => -1;

        public override ulong AddressOf(int row) => throw new ArgumentOutOfRangeException(nameof(row));

        public override string Describe(int row) => throw new ArgumentOutOfRangeException(nameof(row));

        public override bool IsToBeUsed(int row) => throw new ArgumentOutOfRangeException(nameof(row));
    }
}
