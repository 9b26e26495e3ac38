namespace Unwinder.Dwarf.Records;

/// <summary>The bytes of a call frame program: [Begin, End) in its section.</summary>
public readonly record struct ProgramRange(int Begin, int End);
