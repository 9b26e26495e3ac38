namespace Unwinder.Dwarf.Records;

/// <summary>An FDE: the call frame information of the code at [Begin, End).</summary>
/// <param name="Common">Its CIE.</param>
/// <param name="Begin">The first address it describes.</param>
/// <param name="End">One past the last.</param>
/// <param name="Program">What makes its rows.</param>
/// <param name="Offset">Where in the section it begins.</param>
public readonly record struct FrameDescription(CommonInformation Common, ulong Begin, ulong End, ProgramRange Program, int Offset)
{
    /// <summary>Does it describe the address?</summary>
    public bool Contains(ulong address) => unchecked(address - Begin < End - Begin);
}
