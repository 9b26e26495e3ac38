namespace Harness;

/// <summary>What the process's exit status says.</summary>
internal static class ExitCode
{
    /// <summary>All as expected.</summary>
    public const int Success = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>The command line, or an input, can't be read.</summary>
    public const int BadInput = 2;

    /// <summary>Something is missing on this machine.</summary>
    public const int MissingPrerequisite = 3;
}
