using Unwinder;

namespace Harness.Bugs;

/// <summary>What the kernel's log would have said where a chain broke off.</summary>
internal static class KernelWarning
{
    /// <summary>
    /// The warning of the undwarf unwinder of June 2017, or null where it ended without a word.
    /// </summary>
    /// <param name="outcome">Why the chain broke off.</param>
    /// <param name="place">The last frame's place.</param>
    /// <param name="address">The address that could not be read.</param>
    public static string? Of(UnwindOutcome outcome, string place, ulong address) => outcome switch
    {
        UnwindOutcome.UnreadableRegisters => $"can't dereference registers at {address:x16} for ip {place}",
        UnwindOutcome.UnreadableHardwareFrame => $"can't dereference iret registers at {address:x16} for ip {place}",
        UnwindOutcome.MissingRegisters => $"missing regs for the CFA's base register at ip {place}",
        UnwindOutcome.UnknownCfaRegister => $"unknown CFA base reg for ip {place}",
        UnwindOutcome.UnknownBpRegister => $"unknown BP base reg for ip {place}",
        UnwindOutcome.UnknownType => "unknown undwarf type",
        UnwindOutcome.WrongDirection => $"stack going in the wrong direction? ip={place}",
        _ => null,
    };
}
