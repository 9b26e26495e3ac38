using Objtool.Decoding;

namespace Objtool.Tests;

/// <summary>Code that is copied elsewhere keeps meaning what it meant.</summary>
public sealed class MovedCodeTests
{
    private const ulong From = 0xffff_ffff_8300_0000;
    private const ulong To = 0xffff_ffff_8100_1234;

    [Theory]
    [InlineData("e810000000")] // call
    [InlineData("e910000000")] // jmp
    [InlineData("0f8510000000")] // jne
    [InlineData("90e8fbffffff")] // call of itself, behind a nop
    [InlineData("0fae38e9f0ffffff")] // clflush (%rax); jmp to before
    public void Branches_GoWhereTheyWent(string code)
    {
        var bytes = Convert.FromHexString(code);
        var before = Targets(bytes, From);
        Assert.True(MovedCode.TryRelocate(bytes, From, To));
        // What is inside moves along.
        Assert.Equal(before.Select(target => unchecked(target - From < (ulong)bytes.Length ? target - From + To : target)), Targets(bytes, To));
    }

    [Theory]
    [InlineData("488b0510000000", "488b05dcedff01")] // mov 0x10(%rip),%rax: 0x10 + From - To
    [InlineData("65488b0510000000", "65488b05dcedff01")] // with %gs
    [InlineData("83051000000007", "8305dcedff0107")] // addl $7, 0x10(%rip): an immediate behind the displacement
    [InlineData("488b442408", "488b442408")] // mov 8(%rsp),%rax
    [InlineData("7402eb00f4", "7402eb00f4")] // short jumps within
    public void Operands_MeanWhatTheyMeant(string code, string moved)
    {
        var bytes = Convert.FromHexString(code);
        Assert.True(MovedCode.TryRelocate(bytes, From, To));
        Assert.Equal(moved, Convert.ToHexStringLower(bytes));
    }

    [Theory]
    [InlineData("7510")] // a short jump to elsewhere can't reach it from afar
    [InlineData("0f")] // half an instruction
    [InlineData("e8ffffff7f")] // too far
    public void WhatCannotBeMoved_IsSaid(string code) => Assert.False(MovedCode.TryRelocate(Convert.FromHexString(code), From, To));

    private static List<ulong> Targets(byte[] code, ulong address)
    {
        var targets = new List<ulong>();
        for (var offset = 0; offset < code.Length;)
        {
            var instruction = InstructionDecoder.Decode(code.AsSpan(offset), address + (ulong)offset);
            if (instruction.Target != 0)
                targets.Add(instruction.Target);
            offset += instruction.Length;
        }

        return targets;
    }
}
