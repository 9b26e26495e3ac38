namespace Emulator;

/// <summary>An exception or software interrupt that the guest caused.</summary>
/// <param name="Vector">0 to 255; see <see cref="Emulator.Vector"/>.</param>
/// <param name="ErrorCode">What the CPU would push below the frame, or null for nothing.</param>
/// <param name="Rip">The RIP that the frame gets: the instruction for a fault, the next one for a trap or int n. For a failed
/// fetch it is the address that can't be fetched: a call has pushed and a ret popped by then.</param>
/// <param name="InstructionRip">The instruction last begun: the cause, except for a failed fetch.</param>
/// <param name="Access">Which memory access failed, for a #PF or a non-canonical address.</param>
/// <param name="Address">The first byte that failed, which CR2 has too for a #PF; 0 without an access.</param>
/// <param name="IsSoftware">Whether it was an int n, int3 included, rather than an exception of the CPU's.</param>
public readonly record struct ExceptionInfo(
    byte Vector,
    uint? ErrorCode,
    ulong Rip,
    ulong InstructionRip,
    MemoryAccess Access = MemoryAccess.None,
    ulong Address = 0,
    bool IsSoftware = false)
{
    /// <summary>Whether the instruction is restarted when the handler returns.</summary>
    public bool IsFault => !IsSoftware && Emulator.Vector.IsFault(Vector);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = $"vector {Vector} at 0x{Rip:x}";
        if (ErrorCode is { } code)
            text += $", error code 0x{code:x}";
        return Access == MemoryAccess.None ? text : $"{text}, {Access} of 0x{Address:x}";
    }
}
