namespace Emulator;

/// <summary>When to give up on a run. The default is never.</summary>
/// <param name="Steps">How many instructions the observer is called for, exceptions that restart the engine counted too; null for any number.</param>
/// <param name="Time">Wall time, looked at before each instruction; null for any time.</param>
public readonly record struct RunLimits(long? Steps = null, TimeSpan? Time = null);
