using Unwinder.Dwarf;
using Unwinder.Dwarf.Expressions;

namespace Unwinder.Tests.Dwarf;

/// <summary>DWARF expressions (DWARF 4, 2.5.1) as call frame information uses them.</summary>
public sealed class ExpressionTests
{
    private const ulong Cfa = 0x7000;

    /// <summary>Registers: number n has the value 0x1000 * n, r15 is not known. The word at any address is its complement.</summary>
    [Theory]
    [InlineData("96", Cfa)] // nothing but what was there
    [InlineData("30", 0)]
    [InlineData("4f", 31)]
    [InlineData("03 08 07 06 05 04 03 02 01", 0x0102030405060708)]
    [InlineData("08 ff", 0xff)]
    [InlineData("09 ff", ulong.MaxValue)]
    [InlineData("0a ff ff", 0xffff)]
    [InlineData("0b fe ff", ulong.MaxValue - 1)]
    [InlineData("0c ff ff ff ff", 0xffffffff)]
    [InlineData("0d ff ff ff ff", ulong.MaxValue)]
    [InlineData("0e 08 07 06 05 04 03 02 01", 0x0102030405060708)]
    [InlineData("0f ff ff ff ff ff ff ff ff", ulong.MaxValue)]
    [InlineData("10 80 01", 128)]
    [InlineData("11 80 7f", 0xffffffffffffff80)]
    [InlineData("76 78", 0x5ff8)] // rbp - 8
    [InlineData("92 0c 08", 0xc008)] // r12 + 8
    [InlineData("80 00", 0x10000)] // rip
    [InlineData("76 78 06", ~0x5ff8UL)]
    [InlineData("76 78 94 01", ~0x5ff8UL & 0xff)]
    [InlineData("23 10", Cfa + 16)]
    [InlineData("12 22", 2 * Cfa)] // dup, plus
    [InlineData("31 13", Cfa)] // drop
    [InlineData("31 14", Cfa)] // over
    [InlineData("31 32 15 02", Cfa)] // pick
    [InlineData("31 16", Cfa)] // swap
    [InlineData("31 32 17 13 13", 2)] // rot: 2 goes below
    [InlineData("31 32 17", 1)]
    [InlineData("09 f8 19", 8)] // abs
    [InlineData("3f 33 1a", 3)]
    [InlineData("09 f8 32 1b", 0xfffffffffffffffc)] // signed division
    [InlineData("0e 00 00 00 00 00 00 00 80 09 ff 1b", 0x8000000000000000)] // the one quotient that does not fit
    [InlineData("3f 33 1c", 12)]
    [InlineData("3f 34 1d", 3)]
    [InlineData("09 ff 34 1d", 3)] // unsigned remainder
    [InlineData("3f 33 1e", 45)]
    [InlineData("31 1f", ulong.MaxValue)]
    [InlineData("30 20", ulong.MaxValue)]
    [InlineData("31 32 21", 3)]
    [InlineData("31 34 24", 16)]
    [InlineData("31 08 40 24", 0)] // shifts by 64
    [InlineData("09 ff 08 40 25", 0)]
    [InlineData("09 ff 08 40 26", ulong.MaxValue)]
    [InlineData("09 f0 32 26", 0xfffffffffffffffc)]
    [InlineData("33 31 27", 2)]
    [InlineData("31 31 29", 1)]
    [InlineData("31 09 ff 2a", 1)] // 1 >= -1: signed
    [InlineData("31 31 2b", 0)]
    [InlineData("09 ff 31 2c", 1)]
    [InlineData("09 ff 31 2d", 1)]
    [InlineData("31 32 2e", 1)]
    [InlineData("31 2f 01 00 32", 1)] // skip
    [InlineData("30 31 28 01 00 3f", 0)] // bra taken
    [InlineData("3f 30 28 01 00 31", 1)] // and not
    // What ld writes for .plt: rsp + 8, and 8 more from the second instruction of a stub on.
    [InlineData("77 08 80 00 3f 1a 3b 2a 33 24 22", 0x7008)]
    [InlineData("77 08 80 0b 3f 1a 3b 2a 33 24 22", 0x7010)]
    public void Values(string hex, ulong expected)
    {
        Assert.Equal((ExpressionStatus.Value, expected), Evaluate(hex));
    }

    [Theory]
    [InlineData("13 13", ExpressionStatus.StackFault)]
    [InlineData("13", ExpressionStatus.StackFault)] // nothing left at the end
    [InlineData("13 22", ExpressionStatus.StackFault)]
    [InlineData("15 01", ExpressionStatus.StackFault)]
    [InlineData("12 2f fc ff", ExpressionStatus.StackFault)] // pushes for ever
    [InlineData("96 2f fc ff", ExpressionStatus.Endless)]
    [InlineData("2f fc ff", ExpressionStatus.Malformed)] // before the beginning
    [InlineData("2f 01 00", ExpressionStatus.Malformed)] // behind the end
    [InlineData("31 30 1b", ExpressionStatus.DivisionByZero)]
    [InlineData("31 30 1d", ExpressionStatus.DivisionByZero)]
    [InlineData("7f 00", ExpressionStatus.UnknownRegister)] // r15
    [InlineData("92 11 00", ExpressionStatus.UnknownRegister)] // xmm0
    [InlineData("30 06", ExpressionStatus.Unreadable)]
    [InlineData("76 00 94 00", ExpressionStatus.Malformed)]
    [InlineData("76 00 94 09", ExpressionStatus.Malformed)]
    [InlineData("50", ExpressionStatus.Malformed)] // DW_OP_reg0: a place, not a value
    [InlineData("9c", ExpressionStatus.Malformed)] // DW_OP_call_frame_cfa: in call frame information, a circle
    [InlineData("0e 01 02", ExpressionStatus.Malformed)] // ends within a constant
    [InlineData("00", ExpressionStatus.Malformed)]
    public void Faults(string hex, ExpressionStatus expected)
    {
        Assert.Equal(expected, Evaluate(hex).Status);
    }

    [Fact]
    public void WithoutAnInitialValueTheStackIsEmpty()
    {
        var memory = new Complements();
        Assert.Equal(ExpressionStatus.StackFault, DwarfExpression.Evaluate([0x96], 0, 1, default, null, ref memory, out _));
    }

    private static (ExpressionStatus Status, ulong Value) Evaluate(string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var registers = default(DwarfRegisters);
        for (var register = DwarfRegister.Rax; register <= DwarfRegister.Rip; register++)
        {
            if (register != DwarfRegister.R15)
                registers[register] = 0x1000 * (ulong)register;
        }

        // Among other bytes, which it must not touch.
        byte[] section = [0xff, 0xff, 0xff, .. bytes, 0xff, 0xff];
        var memory = new Complements();
        var status = DwarfExpression.Evaluate(section, 3, bytes.Length, registers, Cfa, ref memory, out var value);
        return (status, value);
    }

    private readonly struct Complements : IExpressionMemory
    {
        public bool TryRead(ulong address, int size, out ulong value)
        {
            value = ~address & (ulong.MaxValue >> (64 - (8 * size)));
            return address != 0;
        }
    }
}
