namespace Elf.Records;

/// <summary>Section numbers that name no section (gABI, "Special Section Indexes"; x86-64 psABI 4.2).</summary>
internal static class ReservedIndex
{
    public const ushort Undefined = 0;

    /// <summary>SHN_LORESERVE: a 16-bit field at or above this is never a section number itself.</summary>
    public const ushort First = 0xff00;

    /// <summary>SHN_X86_64_LCOMMON</summary>
    public const ushort LargeCommon = 0xff02;

    public const ushort Absolute = 0xfff1;
    public const ushort Common = 0xfff2;

    /// <summary>SHN_XINDEX: the number did not fit and is kept elsewhere.</summary>
    public const ushort Escape = 0xffff;
}
