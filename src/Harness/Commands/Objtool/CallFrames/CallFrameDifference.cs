using Undwarf;

namespace Harness.Commands.Objtool.CallFrames;

/// <summary>Instructions of which the analysis and the call frame information say different things.</summary>
/// <param name="Function">The function they are in, or null.</param>
/// <param name="Section">Their section.</param>
/// <param name="Begin">Offset of the first in the section.</param>
/// <param name="End">One past the last.</param>
/// <param name="FunctionOffset">Offset of the first in the function.</param>
/// <param name="Entry">What the analysis found.</param>
/// <param name="CallFrame">What the call frame information says, in the same words.</param>
internal sealed record CallFrameDifference(
    string? Function, string Section, ulong Begin, ulong End, ulong FunctionOffset, UndwarfEntry Entry, UndwarfEntry CallFrame)
{
    /// <summary>Only of rbp?</summary>
    public bool IsOfBpOnly => (Entry.CfaRegister, Entry.CfaOffset, Entry.End) == (CallFrame.CfaRegister, CallFrame.CfaOffset, CallFrame.End);

    /// <inheritdoc/>
    public override string ToString()
    {
        var place = Function is null ? $"{Section}+0x{Begin:x}" : $"{Function}+0x{FunctionOffset:x} ({Section}+0x{Begin:x})";
        return $"{place}, {End - Begin} bytes: {Describe(Entry)} | {Describe(CallFrame)}";
    }

    private static string Describe(in UndwarfEntry entry) => UndwarfV2Format.Extended.Describe(entry);
}
