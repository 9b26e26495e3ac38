using Undwarf;

namespace Objtool.Hints;

/// <summary>One record of <c>.discard.unwind_hints</c>, whatever version wrote it.</summary>
/// <param name="Kind">What is asked for; the rest matters for <see cref="HintKind.State"/> alone.</param>
/// <param name="CfaRegister">Base of the CFA, as in a row.</param>
/// <param name="CfaOffset">Added to it, in bytes.</param>
/// <param name="Type">What lies at the CFA.</param>
/// <param name="Flags">How the next ip is looked up, and whether this is the outermost frame.</param>
public readonly record struct UnwindHint(
    HintKind Kind, UndwarfRegister CfaRegister, short CfaOffset, FrameType Type, EntryFlags Flags);
