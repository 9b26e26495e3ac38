namespace Emulator.Native;

/// <summary>Our register order to Unicorn's numbers.</summary>
internal static class GprNumbers
{
    private static ReadOnlySpan<UnicornRegister> Numbers =>
    [
        UnicornRegister.Rax, UnicornRegister.Rcx, UnicornRegister.Rdx, UnicornRegister.Rbx,
        UnicornRegister.Rsp, UnicornRegister.Rbp, UnicornRegister.Rsi, UnicornRegister.Rdi,
        UnicornRegister.R8, UnicornRegister.R9, UnicornRegister.R10, UnicornRegister.R11,
        UnicornRegister.R12, UnicornRegister.R13, UnicornRegister.R14, UnicornRegister.R15,
    ];

    public static UnicornRegister Of(Gpr register) => Numbers[(int)register];
}
