namespace Objtool.Decoding;

/// <summary>Groups of kinds that the rules speak of.</summary>
public static class InstructionKinds
{
    /// <summary>A jump whose target is in the instruction or its relocation.</summary>
    public static bool IsStaticJump(this InstructionKind kind) => kind is InstructionKind.Jump or InstructionKind.ConditionalJump;

    /// <summary>
    /// Leaves the function by other means than a return. Where control comes back, if it does, only a hint can tell.
    /// </summary>
    public static bool IsContextSwitch(this InstructionKind kind) => kind
        is InstructionKind.InterruptReturn
        or InstructionKind.SystemCall
        or InstructionKind.SystemReturn
        or InstructionKind.FarTransfer;
}
