using Objtool.Decoding;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>What an instruction does to the flow of control.</summary>
public sealed class InstructionKindTests
{
    private const string Table = "instruction-kinds.txt";

    [Fact]
    public void EveryInstructionOfTheTable_IsOfItsKind() =>
        InstructionTable.Check(Table, bytes => InstructionDecoder.Decode(bytes, 0).Kind.ToString());

    [Fact]
    public void BytesOfTheTable_AreWhatTheAssemblerMakes() => InstructionTable.CheckBytes(Table);

    [Fact]
    public void InstructionsOfTheOtherTable_GoOnBehindThemselves()
    {
        // Everything that moves the stack falls through but the few that the other table is about.
        string[] elsewhere = ["call", "lcall", "ret", "jmp", "nop", "endbr64", "ud2", "syscall", "int3"];
        foreach (var (_, bytes, assembly, _) in InstructionTable.Read("stack-operations.txt"))
        {
            if (!elsewhere.Contains(assembly.Split(' ')[0]))
                Assert.True(InstructionDecoder.Decode(bytes, 0).Kind == InstructionKind.Other, assembly);
        }
    }

    /// <summary>A conditional jump is an indirect one only by the symbol it goes to, which the decoder does not see.</summary>
    [Fact]
    public void EveryKind_HasAnInstructionInTheTable() =>
        Assert.Equal(
            Enum.GetNames<InstructionKind>().Except([nameof(InstructionKind.ConditionalDynamicJump)]).Order(),
            InstructionTable.Read(Table).Select(row => row.Expected).Distinct().Order());

    [Theory]
    [InlineData("7410", 0x1000, 0x1012)] // je
    [InlineData("0f8434120000", 0x1000, 0x223a)]
    [InlineData("e2fe", 0x1000, 0x1000)] // loop to itself
    [InlineData("e3fc", 0x1000, 0xffe)] // jrcxz backwards
    [InlineData("eb10", 0, 0x12)]
    [InlineData("e9fbffffff", 0, 0)]
    [InlineData("e8fbffffff", 0x20, 0x20)]
    [InlineData("e9f6ffffff", 0, -5)] // before the section
    [InlineData("ffe0", 0x1000, 0)] // indirect: none
    [InlineData("ffd0", 0x1000, 0)]
    [InlineData("c3", 0x1000, 0)]
    public void Target_IsTheAddressThatTheInstructionEncodes(string hex, ulong address, long target) =>
        Assert.Equal(unchecked((ulong)target), InstructionDecoder.Decode(Convert.FromHexString(hex), address).Target);

    [Theory]
    [InlineData("06")] // push %es: not in 64-bit mode
    [InlineData("ea")]
    [InlineData("0f")]
    [InlineData("e800")]
    [InlineData("")]
    [InlineData("666666666666666666666666666666669090")] // 16 bytes
    public void BytesThatAreNoInstruction_HaveNoLength(string hex)
    {
        var decoded = InstructionDecoder.Decode(Convert.FromHexString(hex), 0);
        Assert.False(decoded.IsValid);
        Assert.Equal(InstructionKind.Other, decoded.Kind);
    }

    [Theory]
    [InlineData(InstructionKind.InterruptReturn, true)]
    [InlineData(InstructionKind.SystemCall, true)]
    [InlineData(InstructionKind.SystemReturn, true)]
    [InlineData(InstructionKind.FarTransfer, true)]
    [InlineData(InstructionKind.Return, false)]
    [InlineData(InstructionKind.Jump, false)]
    [InlineData(InstructionKind.Bug, false)]
    public void ContextSwitches_AreThoseThatLeaveByOtherMeansThanAReturn(InstructionKind kind, bool isContextSwitch) =>
        Assert.Equal(isContextSwitch, kind.IsContextSwitch());

    [Fact]
    public void StaticJumps_AreThoseWithATargetInTheInstruction() =>
        Assert.Equal(
            [InstructionKind.Jump, InstructionKind.ConditionalJump],
            Enum.GetValues<InstructionKind>().Where(kind => kind.IsStaticJump()));
}
