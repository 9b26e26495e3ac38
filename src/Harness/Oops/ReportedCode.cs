namespace Harness.Oops;

/// <summary>The line <c>Code:</c> of a report.</summary>
/// <param name="Bytes">All bytes of the line.</param>
/// <param name="Marked">The number of the one in angle brackets: the interrupted instruction's first.</param>
internal sealed record ReportedCode(byte[] Bytes, int Marked);
