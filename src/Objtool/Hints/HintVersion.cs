namespace Objtool.Hints;

/// <summary>
/// The layouts of a hint record that have been seen. The first is told by its size; which of the others a file has must be
/// known.
/// </summary>
internal enum HintVersion
{
    /// <summary>June 2017: 8 bytes, u32 ip, s16 cfa_offset, u8 cfa_reg, u8 type; with our additions in the type byte.</summary>
    Undwarf,

    /// <summary>Linux 4.18 to 6.2: 12 bytes, the same and u8 end. The type numbers are those of 6.1.</summary>
    Orc61,

    /// <summary>Linux 6.3: 12 bytes, u8 signal before u8 end.</summary>
    Orc63,

    /// <summary>Since Linux 6.4: 12 bytes, u8 signal; types of their own for undefined and end of stack.</summary>
    Orc64,
}
