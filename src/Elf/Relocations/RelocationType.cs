namespace Elf;

/// <summary>
/// The relocation types of x86-64 (psABI 4.4.1, table "Relocation Types"), each with field width and formula.
/// S symbol value, A addend, P place of the field, G offset of the symbol's slot in the GOT, GOT address of the GOT,
/// L place of the symbol's PLT entry (or S), Z symbol size, B load base. The type is open.
/// </summary>
public enum RelocationType : uint
{
    /// <summary>nothing</summary>
    None = 0,

    /// <summary>64 bits: S + A</summary>
    Absolute64 = 1,

    /// <summary>32 bits, signed: S + A - P</summary>
    Pc32 = 2,

    /// <summary>32 bits, signed: G + A</summary>
    Got32 = 3,

    /// <summary>32 bits, signed: L + A - P. Where everything is linked statically L is S (Linux: modules, vmlinux).</summary>
    Plt32 = 4,

    /// <summary>dynamic linker: copies the symbol's contents</summary>
    Copy = 5,

    /// <summary>dynamic linker, 64 bits: S</summary>
    GlobalData = 6,

    /// <summary>dynamic linker, 64 bits: S</summary>
    JumpSlot = 7,

    /// <summary>dynamic linker, 64 bits: B + A</summary>
    Relative = 8,

    /// <summary>32 bits, signed: G + GOT + A - P</summary>
    GotPcRelative = 9,

    /// <summary>32 bits, zero-extends to the value: S + A</summary>
    Absolute32 = 10,

    /// <summary>32 bits, sign-extends to the value: S + A</summary>
    Absolute32Signed = 11,

    /// <summary>16 bits: S + A</summary>
    Absolute16 = 12,

    /// <summary>16 bits: S + A - P</summary>
    Pc16 = 13,

    /// <summary>8 bits: S + A</summary>
    Absolute8 = 14,

    /// <summary>8 bits, signed: S + A - P</summary>
    Pc8 = 15,

    /// <summary>TLS, dynamic linker, 64 bits: number of the module</summary>
    TlsModule = 16,

    /// <summary>TLS, 64 bits: offset in the module's block</summary>
    TlsOffset64 = 17,

    /// <summary>TLS, 64 bits: offset from the thread pointer</summary>
    TlsThreadOffset64 = 18,

    /// <summary>TLS, 32 bits: GOT entry pair of the general-dynamic model</summary>
    TlsGeneralDynamic = 19,

    /// <summary>TLS, 32 bits: GOT entry pair of the local-dynamic model</summary>
    TlsLocalDynamic = 20,

    /// <summary>TLS, 32 bits: offset in the module's block</summary>
    TlsOffset32 = 21,

    /// <summary>TLS, 32 bits: GOT entry of the initial-exec model</summary>
    TlsGotThreadOffset = 22,

    /// <summary>TLS, 32 bits: offset from the thread pointer</summary>
    TlsThreadOffset32 = 23,

    /// <summary>64 bits: S + A - P</summary>
    Pc64 = 24,

    /// <summary>64 bits: S + A - GOT</summary>
    GotOffset64 = 25,

    /// <summary>32 bits, signed: GOT + A - P</summary>
    GotPc32 = 26,

    /// <summary>64 bits: G + A</summary>
    Got64 = 27,

    /// <summary>64 bits: G + GOT + A - P</summary>
    GotPcRelative64 = 28,

    /// <summary>64 bits: GOT + A - P</summary>
    GotPc64 = 29,

    /// <summary>64 bits: G + A, and a PLT entry</summary>
    GotPlt64 = 30,

    /// <summary>64 bits: L + A - GOT</summary>
    PltOffset64 = 31,

    /// <summary>32 bits, zero-extends to the value: Z + A</summary>
    Size32 = 32,

    /// <summary>64 bits: Z + A</summary>
    Size64 = 33,

    /// <summary>TLS, 32 bits: GOT entry of a TLS descriptor</summary>
    TlsDescriptorGot = 34,

    /// <summary>TLS: marks the call through a descriptor, no field</summary>
    TlsDescriptorCall = 35,

    /// <summary>TLS, dynamic linker, 128 bits: descriptor</summary>
    TlsDescriptor = 36,

    /// <summary>dynamic linker, 64 bits: result of calling B + A</summary>
    IndirectRelative = 37,

    /// <summary>dynamic linker of x32, 64 bits: B + A</summary>
    Relative64 = 38,

    /// <summary>32 bits, signed: G + GOT + A - P; the linker may turn the load into lea, or an indirect call into a direct one</summary>
    GotPcRelativeRelaxable = 41,

    /// <summary>as <see cref="GotPcRelativeRelaxable"/>, in an instruction with a REX prefix</summary>
    RexGotPcRelativeRelaxable = 42,
}
