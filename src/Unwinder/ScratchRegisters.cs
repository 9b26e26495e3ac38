namespace Unwinder;

/// <summary>
/// The registers besides rsp and rbp that a row can name. They are known where an interrupt saved them, and for as long
/// as only hardware frames lie between; a call frame ends that, since functions may change them.
/// </summary>
public readonly record struct ScratchRegisters(ulong R10, ulong R13, ulong Di, ulong Dx);
