namespace Harness.Oops;

/// <summary>One line of a call trace.</summary>
/// <param name="Place">Where it returns to.</param>
/// <param name="IsGuess">It has a question mark: found on the stack, but not by the unwinder.</param>
/// <param name="IsInterrupted">It is where an interrupt or exception came, not where a call returns to.</param>
/// <param name="Context">The mark that it stands under, such as IRQ or TASK; empty without one.</param>
internal sealed record ReportedFrame(ReportedPlace Place, bool IsGuess, bool IsInterrupted, string Context);
