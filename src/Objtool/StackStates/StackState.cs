using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
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

    /// <summary>Nothing known, and the code says so itself: nobody is to unwind from here.</summary>
    public static StackState DeclaredUnknown { get; } = Blank with { Flags = EntryFlags.Signal };

    /// <summary>A function's first instruction: only the return address is on the stack.</summary>
    public static ref readonly StackState FunctionEntry => ref _functionEntry;

    private static readonly StackState _functionEntry = MakeFunctionEntry();

    /// <summary>
    /// Is the frame other than at function entry, so that control must not leave by a return or a sibling call?
    /// </summary>
    public readonly bool IsFrameModified
    {
        get
        {
            if (Cfa != _functionEntry.Cfa || StackSize != _functionEntry.StackSize || Drap)
                return true;
            for (var register = StackBase.Ax; register <= StackBase.ReturnAddress; register++)
            {
                if (Saved[register] != _functionEntry.Saved[register])
                    return true;
            }

            return false;
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

    /// <summary>The state in words: <c>cfa=sp+16 bp=cfa-16 bx=cfa-24</c>, saved registers with their places.</summary>
    public readonly string Describe()
    {
        if (!Cfa.IsDefined)
            return (Flags & EntryFlags.End) != 0 ? "end of stack" : "nothing known";

        var text = new StringBuilder($"cfa={Cfa}");
        if (Type != FrameType.Cfa)
            text.Append(Type == FrameType.Regs ? " (pt_regs)" : " (hardware frame)");
        for (var register = StackBase.Ax; register < StackBase.ReturnAddress; register++)
        {
            if (Saved[register].IsDefined)
                text.Append($" {register.ToString().ToLowerInvariant()}={Saved[register]}");
        }

        if (Drap)
            text.Append($" drap={DrapRegister.ToString().ToLowerInvariant()}{(DrapOffset == NoDrapOffset ? "" : $" saved at bp{DrapOffset:+0;-0;+0}")}");
        return text.ToString();
    }

    /// <summary>Field by field, as bytes.</summary>
    public readonly bool Equals(StackState other) => Equals(this, other);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is StackState other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        // Few words of a state differ from blank; a multiplicative mix over all of them is cheap and spreads well.
        var hash = 0UL;
        for (var i = 0; i < WordCount; i++)
            hash = unchecked((hash ^ Word(this, i)) * 0x9E3779B97F4A7C15UL);
        return unchecked((int)(hash ^ (hash >> 32)));
    }

    /// <summary>Field by field.</summary>
    public static bool operator ==(in StackState left, in StackState right) => Equals(left, right);

    /// <summary>Field by field.</summary>
    public static bool operator !=(in StackState left, in StackState right) => !Equals(left, right);

    private static StackState MakeFunctionEntry()
    {
        var state = Blank;
        state.Cfa = new Location(StackBase.Sp, 8);
        state.Saved[StackBase.ReturnAddress] = Location.FromCfa(-8);
        state.StackSize = 8;
        return state;
    }

    private static bool Equals(in StackState left, in StackState right)
    {
        for (var i = 0; i < WordCount; i++)
        {
            if (Word(left, i) != Word(right, i))
                return false;
        }

        return true;
    }

    /// <summary>The size in 8-byte words; there is no padding in between.</summary>
    private static int WordCount => Unsafe.SizeOf<StackState>() / sizeof(ulong);

    // A hot loop, and spans over our own structs are not compiled ahead of time.
    private static ulong Word(in StackState state, int index) =>
        Unsafe.Add(ref Unsafe.As<StackState, ulong>(ref Unsafe.AsRef(in state)), index);
}
