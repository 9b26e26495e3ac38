using Emulator;

namespace Harness.Execution;

/// <summary>The registers that a function leaves as it found them (System V ABI, AMD64 supplement, 3.2.1).</summary>
internal static class CalleeSavedRegisters
{
    private static readonly Gpr[] _all = [Gpr.Rbx, Gpr.Rbp, Gpr.R12, Gpr.R13, Gpr.R14, Gpr.R15];

    /// <summary>The first whose value is not what it was, or null.</summary>
    public static Gpr? FindChanged(in GprFile before, CpuState now)
    {
        foreach (var register in _all)
        {
            if (before[register] != now[register])
                return register;
        }

        return null;
    }
}
