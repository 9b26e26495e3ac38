using System.Runtime.InteropServices;
using Undwarf;

namespace Objtool.StackStates;

/// <summary>
/// What is known of the stack before an instruction executes: where the CFA is, where registers were saved, how deep
/// the stack is. A plain value: branches copy it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct StackState : IEquatable<StackState>
{
    /// <summary>The canonical frame address: the caller's stack pointer after the return, or what a hint says.</summary>
    public Location Cfa;

    /// <summary>Where each register's value at function entry lies in memory; undefined while it is still in the register.</summary>
    public LocationFile Saved;

    /// <summary>
    /// A value computed from the stack pointer that a register holds: counted from the CFA, or, for an address at which
    /// the stack pointer was stored, as <see cref="StackBase.SpIndirect"/>.
    /// </summary>
    public LocationFile Values;

    /// <summary>Bytes between the CFA and the stack pointer.</summary>
    public int StackSize;

    /// <summary>Where the DRAP register was saved, counted from rbp; -1 while it is not.</summary>
    public int DrapOffset;

    /// <summary>
    /// The register that holds the CFA of a realigned frame (dynamic realign argument pointer), once it was computed.
    /// </summary>
    public StackBase DrapRegister;

    /// <summary>What lies at the CFA.</summary>
    public FrameType Type;

    /// <summary>The stack was realigned and everything is counted from <see cref="DrapRegister"/> or rbp.</summary>
    public bool Drap;

    /// <summary>rbp was pushed by code that has not set up a frame with it.</summary>
    public bool BpScratch;

    /// <summary>How the next frame's ip is looked up, and whether this is the outermost frame.</summary>
    public EntryFlags Flags;

    /// <summary>DrapOffset of a state whose DRAP register is not saved.</summary>
    public const int NoDrapOffset = -1;

    /// <summary>Nothing known: code before any hint, and instructions never visited.</summary>
    public static StackState Blank { get; } = new()
    {
        Cfa = Location.None,
        Saved = LocationFile.Undefined,
        Values = LocationFile.Undefined,
        DrapRegister = StackBase.Undefined,
        DrapOffset = NoDrapOffset,
    };

    /// <summary>A function's first instruction: only the return address is on the stack.</summary>
    public static StackState FunctionEntry { get; } = MakeFunctionEntry();

    /// <summary>
    /// Is the frame other than at function entry, so that control must not leave by a return or a sibling call?
    /// </summary>
    public readonly bool IsFrameModified
    {
        get
        {
            if (Cfa != FunctionEntry.Cfa || StackSize != FunctionEntry.StackSize || Drap)
                return true;
            var untouched = FunctionEntry.Saved;
            return !((ReadOnlySpan<Location>)Saved).SequenceEqual(untouched);
        }
    }

    /// <summary>Can the frame-pointer unwinder find the caller from here?</summary>
    public readonly bool HasValidFramePointer
    {
        get
        {
            var bp = Saved[StackBase.Bp];
            if (Cfa.Base == StackBase.Bp && bp == Location.FromCfa(unchecked(-Cfa.Offset))
                && Saved[StackBase.ReturnAddress] == Location.FromCfa(unchecked(-Cfa.Offset + 8)))
            {
                return true;
            }

            return Drap && bp.Base == StackBase.Bp;
        }
    }

    /// <summary>Field by field, as bytes.</summary>
    public readonly bool Equals(StackState other) => Bytes(this).SequenceEqual(Bytes(other));

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is StackState other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        // Few words of a state differ from blank; a multiplicative mix over all of them is cheap and spreads well.
        var hash = 0UL;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(Bytes(this)))
            hash = unchecked((hash ^ word) * 0x9E3779B97F4A7C15UL);
        return unchecked((int)(hash ^ (hash >> 32)));
    }

    /// <summary>Field by field.</summary>
    public static bool operator ==(in StackState left, in StackState right) => left.Equals(right);

    /// <summary>Field by field.</summary>
    public static bool operator !=(in StackState left, in StackState right) => !left.Equals(right);

    private static StackState MakeFunctionEntry()
    {
        var state = Blank;
        state.Cfa = new Location(StackBase.Sp, 8);
        state.Saved[StackBase.ReturnAddress] = Location.FromCfa(-8);
        state.StackSize = 8;
        return state;
    }

    private static ReadOnlySpan<byte> Bytes(in StackState state) =>
        MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in state, 1));
}
