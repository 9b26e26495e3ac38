namespace Objtool.Code;

/// <summary>
/// A run of instructions that boot code replaces, or one of its replacements. At each byte the stack must be the same
/// whichever of them is in place, since there is one row for all: the states are kept once, by byte offset.
/// </summary>
internal sealed class AlternativeGroup
{
    private readonly int[] _states;

    private AlternativeGroup(AlternativeGroup? original, int first, int last, uint offset, int[] states)
    {
        Original = original;
        First = first;
        Last = last;
        Offset = offset;
        _states = states;
    }

    /// <summary>The group that this one replaces; null for an original.</summary>
    public AlternativeGroup? Original { get; }

    /// <summary>Number of the first instruction.</summary>
    public int First { get; }

    /// <summary>Number of the last instruction.</summary>
    public int Last { get; }

    /// <summary>
    /// Number of the stand-in for the nops that fill a replacement up to the original's length, or -1. It comes after
    /// <see cref="Last"/>.
    /// </summary>
    public int Padding { get; internal set; } = CodeInstruction.None;

    /// <summary>Offset of the first instruction in its section.</summary>
    public uint Offset { get; }

    /// <summary>States by byte offset from <see cref="Offset"/>; -1 where no instruction of any of the groups begins.</summary>
    public ReadOnlySpan<int> States => _states;

    /// <summary>A group of code in its place.</summary>
    public static AlternativeGroup OfOriginal(int first, int last, uint offset, int length)
    {
        var states = new int[length];
        Array.Fill(states, CodeInstruction.None);
        return new AlternativeGroup(null, first, last, offset, states);
    }

    /// <summary>A group that may come in this one's place.</summary>
    public AlternativeGroup Replacement(int first, int last, uint offset) => new(this, first, last, offset, _states);

    /// <summary>Sets the state at an instruction, or tells that another one is there: false.</summary>
    public bool TrySetState(uint offset, int state)
    {
        var index = offset - Offset;
        if (index >= _states.Length)
            return true; // a replacement longer than the original is caught elsewhere; it has no row of its own
        if (_states[index] == CodeInstruction.None)
            _states[index] = state;
        return _states[index] == state;
    }
}
