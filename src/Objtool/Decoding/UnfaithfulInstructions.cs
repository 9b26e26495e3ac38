using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>
/// Instructions that the emulator (Unicorn 2.0.1) executes wrongly without a sign, or that end its process. Each was seen
/// to; whoever runs code on it must refuse them.
/// </summary>
public static class UnfaithfulInstructions
{
    private static readonly (string Reason, Func<Instruction, bool> Matches)[] _table =
    [
        ("it is no instruction, and may be executed as one", instruction => instruction.IsInvalid),
        ("vector instructions with three operands are executed as if they had two", IsVector),
        ("lock neg leaves wrong flags", instruction => instruction is { Mnemonic: Mnemonic.Neg, HasLockPrefix: true }),
        ("its address comes out one too low", IsDoubleShiftOfRelativeMemory),
        ("breakpoints end the emulator's process", instruction => instruction.Mnemonic == Mnemonic.Mov && instruction.Op0Register == Register.DR7),
        ("shadow stacks are not emulated, but it is executed as a nop", IsShadowStack),
        ("it is executed as clac or stac", instruction => instruction.Mnemonic is Mnemonic.Eretu or Mnemonic.Erets),
        ("#DB comes out as #UD", instruction => instruction.Mnemonic == Mnemonic.Int1),
        ("it comes out as #UD", instruction => instruction.Mnemonic is Mnemonic.Sysenter or Mnemonic.Sysexit or Mnemonic.Sysexitq),
    ];

    /// <summary>Why the instruction at the start of <paramref name="code"/> can't be run; null when it can.</summary>
    public static string? ReasonAgainst(ReadOnlySpan<byte> code, ulong address)
    {
        var instruction = Disassembly.Decode(code, address);
        foreach (var (reason, matches) in _table)
        {
            if (matches(instruction))
                return reason;
        }

        return null;
    }

    private static bool IsVector(Instruction instruction) =>
        instruction.Encoding != EncodingKind.Legacy && !instruction.CpuidFeatures.Any(feature => feature is CpuidFeature.BMI1 or CpuidFeature.BMI2);

    private static bool IsDoubleShiftOfRelativeMemory(Instruction instruction) =>
        instruction.Mnemonic is Mnemonic.Shld or Mnemonic.Shrd && instruction.IsIPRelativeMemoryOperand && instruction.Op2Kind == OpKind.Immediate8;

    private static bool IsShadowStack(Instruction instruction) =>
        instruction.CpuidFeatures.Contains(CpuidFeature.CET_SS);
}
