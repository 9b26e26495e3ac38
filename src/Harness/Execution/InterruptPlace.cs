namespace Harness.Execution;

/// <summary>An interrupt at the n-th time (from 1) that an instruction is about to execute.</summary>
internal readonly record struct InterruptPlace(InterruptKind Kind, ulong Rip, int Visit);
