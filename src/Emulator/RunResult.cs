namespace Emulator;

/// <summary>How a run ended. The machine's state is complete: a later run from <paramref name="Rip"/> goes on as if there had been no end.</summary>
/// <param name="Status">Why it ended.</param>
/// <param name="Rip">Where execution would go on.</param>
/// <param name="Steps">How many instructions the observer was called for.</param>
/// <param name="Exception">What was not dealt with, for <see cref="RunStatus.UnhandledException"/>.</param>
public readonly record struct RunResult(RunStatus Status, ulong Rip, long Steps, ExceptionInfo? Exception = null)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Exception is { } exception ? $"{Status} after {Steps} steps: {exception}" : $"{Status} after {Steps} steps at 0x{Rip:x}";
}
