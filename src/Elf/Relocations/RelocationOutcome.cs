namespace Elf;

/// <summary>How applying one relocation went. Nothing has been written unless it is <see cref="Applied"/>.</summary>
public enum RelocationOutcome : byte
{
    /// <summary>The field has its value, or the type has no field.</summary>
    Applied,

    /// <summary>The value does not fit: "relocation truncated to fit" of ld.</summary>
    Overflow,

    /// <summary>Thread-local, dynamic, large-model or unknown type.</summary>
    Unsupported,

    /// <summary>Fewer bytes than the field needs.</summary>
    FieldOutOfRange,
}
