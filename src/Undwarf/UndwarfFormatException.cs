namespace Undwarf;

/// <summary>A table that does not hold together: sizes that do not divide, counts that differ, bits that mean nothing.</summary>
public sealed class UndwarfFormatException(string message) : Exception(message);
