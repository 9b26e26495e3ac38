using Unwinder;

namespace Harness.Verification.Chains;

/// <summary>One frame of an unwind, and the row by which its caller was looked for; -1 when there was none.</summary>
internal readonly record struct UnwoundFrame(UnwindFrame Frame, int Row);
