using Emulator;
using Unwinder;

namespace Harness.Execution;

/// <summary>What each word of a pt_regs is called, and which register it holds.</summary>
internal static class RegisterFrameLayout
{
    private static readonly (string Name, Gpr? Register)[] _words =
    [
        ("r15", Gpr.R15), ("r14", Gpr.R14), ("r13", Gpr.R13), ("r12", Gpr.R12), ("bp", Gpr.Rbp), ("bx", Gpr.Rbx),
        ("r11", Gpr.R11), ("r10", Gpr.R10), ("r9", Gpr.R9), ("r8", Gpr.R8), ("ax", Gpr.Rax), ("cx", Gpr.Rcx), ("dx", Gpr.Rdx),
        ("si", Gpr.Rsi), ("di", Gpr.Rdi), ("orig_ax", null), ("ip", null), ("cs", null), ("flags", null), ("sp", null), ("ss", null),
    ];

    /// <summary>The word at an address of a pt_regs that begins at another; null when it lies outside.</summary>
    public static (string Name, Gpr? Register, bool IsHardware)? WordAt(ulong address, ulong begin)
    {
        var offset = unchecked(address - begin);
        if (offset >= PtRegs.Size || offset % 8 != 0)
            return null;
        var (name, register) = _words[offset / 8];
        return (name, register, offset >= PtRegs.Ip);
    }
}
