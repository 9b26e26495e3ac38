using Iced.Intel;
using Objtool.Decoding;
using Objtool.StackStates;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>Which values an instruction moves between the stack, its pointer and saved registers.</summary>
public sealed class StackOperationTests
{
    private const string Table = "stack-operations.txt";

    [Fact]
    public void EveryInstructionOfTheTable_MovesWhatItSays() =>
        InstructionTable.Check(Table, bytes => OperationsOf(bytes, inFunction: true));

    [Fact]
    public void OutsideFunctions_TheSameInstructionsMoveTheSame() =>
        InstructionTable.Check(Table, bytes => OperationsOf(bytes, inFunction: false));

    [Fact]
    public void BytesOfTheTable_AreWhatTheAssemblerMakes() => InstructionTable.CheckBytes(Table);

    /// <summary>In a function it goes to the code right behind it (sync_core) and takes five words off the stack.</summary>
    [Theory]
    [InlineData("48cf", true, "sp+40 -> sp")] // iretq
    [InlineData("cf", true, "sp+40 -> sp")] // iretl
    [InlineData("48cf", false, "none")]
    [InlineData("cf", false, "none")]
    public void InterruptReturn_PopsItsFrameInFunctionsOnly(string hex, bool inFunction, string expected) =>
        Assert.Equal(expected, OperationsOf(Convert.FromHexString(hex), inFunction));

    [Fact]
    public void Operation_IsReadBackFromItsText()
    {
        foreach (var (_, _, _, expected) in InstructionTable.Read(Table))
        {
            if (expected != "none")
                Assert.Equal(expected, string.Join(", ", expected.Split(", ").Select(text => OperationText.Format(OperationText.Parse(text)))));
        }
    }

    /// <summary>
    /// Iced knows by how much pushes and pops move the stack pointer; where we have an operation it must agree. What it
    /// leaves at 0 (leave, arithmetic) or counts in 2 bytes is not comparable.
    /// </summary>
    [Fact]
    public void PushesAndPops_MoveTheStackPointerAsFarAsIcedSays()
    {
        var compared = 0;
        var failures = new List<string>();
        foreach (var (line, bytes, assembly, _) in InstructionTable.Read(Table))
        {
            var instruction = InstructionTable.Decode(bytes);
            var operations = new StackOperation[StackOperations.MaximumPerInstruction];
            var count = StackOperations.Decode(instruction, inFunction: true, operations);
            var increment = instruction.StackPointerIncrement;
            if (instruction.Mnemonic is Mnemonic.Leave or Mnemonic.Ret or Mnemonic.Enter || instruction.IsCallNearIndirect || instruction.IsCallFarIndirect || increment is 2 or -2)
                continue;

            var moved = operations[..count].Sum(MovesBy);
            if (increment != 0 || moved != 0)
                compared++;
            if (increment != moved)
                failures.Add($"line {line}: {assembly}: {moved} instead of {increment}");
        }

        CaseFile.Report(Table, failures);
        Assert.True(compared > 50, $"only {compared} compared");
    }

    private static int MovesBy(StackOperation operation) => operation switch
    {
        { Destination: OperandKind.Top } => -8,
        { Source: OperandKind.Top } => 8,
        _ => 0,
    };

    private static string OperationsOf(byte[] bytes, bool inFunction)
    {
        var operations = new StackOperation[StackOperations.MaximumPerInstruction];
        operations.AsSpan().Fill(StackOperation.Push(StackBase.ReturnAddress));
        var count = StackOperations.Decode(InstructionTable.Decode(bytes), inFunction, operations);
        return OperationText.Format(operations.AsSpan(0, count));
    }
}
