using Undwarf;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Records;
using Unwinder.Dwarf.Rows;

namespace Harness.Commands.Objtool.CallFrames;

/// <summary>What a row of call frame information says of the CFA and of rbp, in the words of an undwarf row.</summary>
internal static class CallFrameEntry
{
    private const byte BaseRegister0 = 0x70;
    private const byte BaseRbp = BaseRegister0 + (byte)DwarfRegister.Rbp;
    private const byte BaseRsp = BaseRegister0 + (byte)DwarfRegister.Rsp;
    private const byte Dereference = 0x06;
    private const byte PlusConstant = 0x23;

    /// <summary>Null when a row can't say it: another register, another expression, an offset of more than 16 bits.</summary>
    public static UndwarfEntry? Convert(in CallFrameRow row, CommonInformation common)
    {
        if (row[common.ReturnAddress].Kind == RuleKind.Undefined)
            return UndwarfEntry.EndOfStack;
        if (common.IsSignalFrame || row[common.ReturnAddress] != RegisterRule.AtOffset(-8))
            return null;
        if (ConvertCfa(row.Cfa, common) is not ({ } cfa, { } cfaOffset) || ConvertBp(row[DwarfRegister.Rbp], common) is not ({ } bp, { } bpOffset))
            return null;
        return Fits(cfaOffset) && Fits(bpOffset) ? UndwarfEntry.Caller(cfa, (short)cfaOffset, bp, (short)bpOffset) : null;
    }

    private static (UndwarfRegister? Register, long? Offset) ConvertCfa(in RegisterRule rule, CommonInformation common)
    {
        if (rule.Kind == RuleKind.Register)
            return (BaseOf(rule.Register), rule.Value);
        if (rule.Kind != RuleKind.Expression)
            return default;

        var cursor = CursorOf(rule, common);
        var register = cursor.ReadByte();
        var offset = cursor.ReadSleb();
        if (cursor.ReadByte() != Dereference)
            return default;
        if (register == BaseRsp && offset == 0)
        {
            var added = cursor.AtEnd ? 0 : cursor.ReadByte() == PlusConstant ? cursor.ReadUleb() : ulong.MaxValue;
            return cursor.AtEnd && !cursor.Failed && added <= (ulong)short.MaxValue ? (UndwarfRegister.SpIndirect, (long)added) : default;
        }

        return register == BaseRbp && cursor.AtEnd && !cursor.Failed ? (UndwarfRegister.BpIndirect, offset) : default;
    }

    private static (UndwarfRegister? Register, long? Offset) ConvertBp(in RegisterRule rule, CommonInformation common)
    {
        switch (rule.Kind)
        {
            case RuleKind.Unspecified or RuleKind.SameValue:
                return (UndwarfRegister.Undefined, 0);
            case RuleKind.Offset:
                return (UndwarfRegister.Cfa, rule.Value);
            case RuleKind.Expression:
                var cursor = CursorOf(rule, common);
                return cursor.ReadByte() == BaseRbp && cursor.ReadSleb() is var offset && cursor.AtEnd && !cursor.Failed ? (UndwarfRegister.Bp, offset) : default;
            default:
                return default;
        }
    }

    private static UndwarfRegister? BaseOf(DwarfRegister register) => register switch
    {
        DwarfRegister.Rsp => UndwarfRegister.Sp,
        DwarfRegister.Rbp => UndwarfRegister.Bp,
        DwarfRegister.R10 => UndwarfRegister.R10,
        DwarfRegister.R13 => UndwarfRegister.R13,
        DwarfRegister.Rdi => UndwarfRegister.Di,
        DwarfRegister.Rdx => UndwarfRegister.Dx,
        _ => null,
    };

    private static DwarfCursor CursorOf(in RegisterRule rule, CommonInformation common) =>
        new(common.Section.Bytes.Span, rule.Value, rule.Value + rule.Length);

    private static bool Fits(long offset) => offset is >= short.MinValue and <= short.MaxValue;
}
