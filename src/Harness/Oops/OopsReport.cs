namespace Harness.Oops;

/// <summary>What the kernel's log says of an oops, a warning or any other stack dump.</summary>
/// <param name="Rip">The interrupted instruction; null when the report has none.</param>
/// <param name="Code">The bytes around it, or null.</param>
/// <param name="Registers">Those that it prints, by their names in capitals.</param>
/// <param name="Frames">The call trace, nearest caller first.</param>
internal sealed record OopsReport(
    ReportedPlace? Rip, ReportedCode? Code, IReadOnlyDictionary<string, ulong> Registers, IReadOnlyList<ReportedFrame> Frames);
