using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>Where an instruction accesses memory.</summary>
public static class DataAddress
{
    /// <summary>The address of the first access that is not based on rsp or rbp; 0 without one.</summary>
    /// <param name="code">The instruction.</param>
    /// <param name="address">Its address.</param>
    /// <param name="register">The value of a general register, by its hardware number.</param>
    /// <param name="fsBase">The base of segment fs.</param>
    /// <param name="gsBase">The base of segment gs.</param>
    public static ulong Of(ReadOnlySpan<byte> code, ulong address, Func<int, ulong> register, ulong fsBase, ulong gsBase)
    {
        var instruction = Disassembly.Decode(code, address);
        foreach (var memory in new InstructionInfoFactory().GetInfo(instruction, InstructionInfoOptions.NoRegisterUsage).GetUsedMemory())
        {
            if (memory.Base.GetFullRegister() is Register.RSP or Register.RBP)
                continue;
            if (memory.TryGetVirtualAddress(0, out var value, ValueOf))
                return value;
        }

        return 0;

        bool ValueOf(Register name, int element, int size, out ulong value)
        {
            value = name switch
            {
                Register.FS => fsBase,
                Register.GS => gsBase,
                Register.ES or Register.CS or Register.SS or Register.DS => 0,
                _ => register(name.GetFullRegister() - Register.RAX),
            };
            return true;
        }
    }
}
