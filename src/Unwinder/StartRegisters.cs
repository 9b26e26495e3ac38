namespace Unwinder;

/// <summary>The registers of an interrupted context that an unwind starts from.</summary>
public readonly record struct StartRegisters(ulong Ip, ulong Sp, ulong Bp, ScratchRegisters Scratch);
