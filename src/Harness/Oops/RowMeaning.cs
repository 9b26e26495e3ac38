using Undwarf;

namespace Harness.Oops;

/// <summary>What a row says, in a sentence, and with a report's registers in addresses.</summary>
internal static class RowMeaning
{
    private const ulong WordSize = 8;

    /// <summary>Where the caller's frame is, by the registers of a report as far as it prints them.</summary>
    public static string Of(in UndwarfEntry row, IReadOnlyDictionary<string, ulong> registers)
    {
        if (row.End)
            return "the outermost frame: a trace ends here, complete";
        if (!row.IsDefined)
            return row.IsBlind ? "nothing is known here, and that is on purpose: a trace ends, incomplete" : "nothing is known here: a trace ends, incomplete";

        var (name, register) = BaseOf(row.CfaRegister);
        var isIndirect = row.CfaRegister is UndwarfRegister.SpIndirect or UndwarfRegister.BpIndirect;
        var cfa = row.CfaRegister switch
        {
            UndwarfRegister.BpIndirect => $"the word at {name}{row.CfaOffset:+0;-0}",
            UndwarfRegister.SpIndirect => $"the word at {name}, {row.CfaOffset:+0;-0;+0}",
            _ => $"{name}{row.CfaOffset:+0;-0;+0}",
        };
        var address = !isIndirect && registers.TryGetValue(register, out var value) ? unchecked(value + (ulong)row.CfaOffset) : (ulong?)null;
        return row.Type switch
        {
            FrameType.Regs => $"a pt_regs lies at {cfa}{At(address)}",
            FrameType.Iret => $"a hardware frame lies at {cfa}{At(address)}",
            _ => $"the caller's stack pointer is {cfa}{At(address)}, the return address lies 8 below{At(address is { } end ? unchecked(end - WordSize) : null)}; {BpText(row)}",
        };
    }

    private static string BpText(in UndwarfEntry row) => row.BpRegister switch
    {
        UndwarfRegister.Cfa => $"the caller's rbp is saved at that stack pointer{row.BpOffset:+0;-0}",
        UndwarfRegister.Bp => $"the caller's rbp is saved at rbp{row.BpOffset:+0;-0;+0}",
        _ => "rbp is the caller's",
    };

    private static string At(ulong? address) => address is { } known ? $" ({known:x16})" : "";

    private static (string Name, string Register) BaseOf(UndwarfRegister register) => register switch
    {
        UndwarfRegister.Sp or UndwarfRegister.SpIndirect => ("rsp", "RSP"),
        UndwarfRegister.Bp or UndwarfRegister.BpIndirect => ("rbp", "RBP"),
        UndwarfRegister.R10 => ("r10", "R10"),
        UndwarfRegister.R13 => ("r13", "R13"),
        UndwarfRegister.Di => ("rdi", "RDI"),
        _ => ("rdx", "RDX"),
    };
}
