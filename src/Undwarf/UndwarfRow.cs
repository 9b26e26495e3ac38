namespace Undwarf;

/// <summary>A row at its place: <paramref name="Entry"/> holds from <paramref name="Address"/> up to the next row's address.</summary>
public readonly record struct UndwarfRow(ulong Address, UndwarfEntry Entry);
