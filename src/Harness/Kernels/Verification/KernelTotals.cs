namespace Harness.Kernels.Verification;

/// <summary>What all calls together reached of a kernel and its modules.</summary>
internal sealed record KernelTotals
{
    /// <summary>The release that the kernel says it is.</summary>
    public required string Release { get; init; }

    /// <summary>The version of its rows.</summary>
    public required string Format { get; init; }

    /// <summary>Rows of the kernel and its modules.</summary>
    public required int Rows { get; init; }

    /// <summary>Those of them that an unwind used, each counted once.</summary>
    public required int RowsUsed { get; init; }

    /// <summary>The functions that were called by name, each once.</summary>
    public required IReadOnlyList<string> FunctionsCalled { get; init; }

    /// <summary>Functions that at least one row was used of.</summary>
    public required int FunctionsEntered { get; init; }
}
