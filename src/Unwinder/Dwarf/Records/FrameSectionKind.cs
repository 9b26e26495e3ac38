namespace Unwinder.Dwarf.Records;

/// <summary>The two layouts of call frame information.</summary>
public enum FrameSectionKind
{
    /// <summary>.eh_frame: a CIE has id 0, an FDE names its CIE by the distance back to it (LSB core, 10.6).</summary>
    EhFrame,

    /// <summary>.debug_frame: a CIE has an id of all ones, an FDE names its CIE by its offset (DWARF 4, 6.4.1).</summary>
    DebugFrame,
}
