namespace Emulator.Tests;

/// <summary>Assembled guest code: its bytes, for one address, and where its labels are.</summary>
internal sealed record GuestProgram(byte[] Code, IReadOnlyDictionary<string, ulong> Labels)
{
    public ulong this[string label] => Labels[label];
}
