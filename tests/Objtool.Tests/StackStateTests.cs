using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Objtool.StackStates;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>States as values: equality, and the questions that returns and calls ask of them.</summary>
public sealed class StackStateTests
{
    /// <summary>Equality and hash are over all bytes of the struct, which must all be fields.</summary>
    [Fact]
    public void State_HasNoBytesThatAreNoField()
    {
        var fields = Unsafe.SizeOf<Location>() + (2 * Unsafe.SizeOf<LocationFile>()) + (3 * sizeof(int)) + (4 * sizeof(byte));
        Assert.Equal(fields, Unsafe.SizeOf<StackState>());
        Assert.Equal(0, Unsafe.SizeOf<StackState>() % sizeof(ulong));
    }

    /// <summary>Every single byte counts: for equality and, so that the table of states finds it, for the hash.</summary>
    [Fact]
    public void StatesThatDifferInOneByte_AreDifferentAndHashDifferently()
    {
        var original = StackState.FunctionEntry;
        for (var i = 0; i < Unsafe.SizeOf<StackState>(); i++)
        {
            var changed = original;
            MemoryMarshal.AsBytes(new Span<StackState>(ref changed))[i] ^= 0x40;
            Assert.True(changed != original, $"byte {i}");
            Assert.True(changed.GetHashCode() != original.GetHashCode(), $"byte {i}: same hash");
        }
    }

    [Theory]
    [InlineData("sp+8", false)]
    [InlineData("sp+8 ax=cfa-8", false)]
    [InlineData("sp+8 drapreg=r10", false)]
    [InlineData("sp+8 slot=-8", false)]
    [InlineData("sp+8 scratch", false)]
    [InlineData("sp+8 end", false)]
    [InlineData("sp+16", true)]
    [InlineData("sp+0", true)]
    [InlineData("sp+16 size=8", true)]
    [InlineData("sp+8 size=16", true)]
    [InlineData("bp+8 size=8", true)]
    [InlineData("undefined", true)]
    [InlineData("sp+8 drap=r10", true)]
    [InlineData("sp+8 bp@cfa-16", true)]
    [InlineData("sp+8 r15@cfa-16", true)]
    [InlineData("sp+8 ax@bp-16", true)]
    [InlineData("sp+8 ra@unknown", true)]
    public void FrameIsModified_WhenAnythingTheCallerReliesOnIsNotAsAtEntry(string state, bool isModified) =>
        Assert.Equal(isModified, StateText.Parse(state).IsFrameModified);

    [Theory]
    [InlineData("bp+16 size=16 bp@cfa-16", true)]
    [InlineData("bp+16 size=96 bp@cfa-16 bx@cfa-24", true)]
    [InlineData("(bp-8) size=8 bp@bp+0 drap=r10 slot=-8", true)]
    [InlineData("r10+0 size=0 bp@bp+0 drap=r10", true)]
    [InlineData("sp+8", false)]
    [InlineData("sp+16 bp@cfa-16", false)] // before mov %rsp,%rbp
    [InlineData("bp+16 size=16", false)]
    [InlineData("bp+24 size=24 bp@cfa-16", false)] // rbp does not point at where it was saved
    [InlineData("bp+24 size=24 bp@cfa-24 bx@cfa-16", false)] // nor lies the return address right above it
    [InlineData("bp+16 size=16 bp@cfa-16 ra@unknown", false)]
    [InlineData("r10+0 size=0 bp@cfa-16 drap=r10", false)]
    [InlineData("(bp-8) size=8 bp@bp+0 drapreg=r10 slot=-8", false)]
    [InlineData("undefined", false)]
    public void FramePointerIsValid_WhenItLeadsToTheCaller(string state, bool isValid) =>
        Assert.Equal(isValid, StateText.Parse(state).HasValidFramePointer);

    [Fact]
    public void BlankState_SaysNothing()
    {
        var blank = StackState.Blank;
        Assert.Equal("undefined", StateText.Format(blank));
        for (var register = StackBase.Ax; register <= StackBase.ReturnAddress; register++)
            Assert.True(blank.Saved[register] == Location.None && blank.Values[register] == Location.None, $"{register}");
        Assert.Equal((0, -1, StackBase.Undefined), (blank.StackSize, blank.DrapOffset, blank.DrapRegister));
    }

    [Fact]
    public void FunctionEntry_HasOnlyTheReturnAddressOnTheStack()
    {
        var entry = StackState.FunctionEntry;
        Assert.Equal(new Location(StackBase.Sp, 8), entry.Cfa);
        Assert.Equal(8, entry.StackSize);
        for (var register = StackBase.Ax; register <= StackBase.ReturnAddress; register++)
            Assert.Equal(register == StackBase.ReturnAddress ? Location.FromCfa(-8) : Location.None, entry.Saved[register]);
    }

    /// <summary>The numbers stand in mismatch messages: hardware order, and the kernel's numbers for what is no register.</summary>
    [Fact]
    public void RegisterNumbers_AreTheHardwares() =>
        Assert.Equal(
            ["BpIndirect=-4", "SpIndirect=-3", "Cfa=-2", "Undefined=-1", "Ax=0", "Cx=1", "Dx=2", "Bx=3", "Sp=4", "Bp=5", "Si=6", "Di=7",
                "R8=8", "R9=9", "R10=10", "R11=11", "R12=12", "R13=13", "R14=14", "R15=15", "ReturnAddress=16"],
            Enum.GetValues<StackBase>().Order().Select(register => $"{register}={(int)register}"));

    [Fact]
    public void StateTable_GivesEqualStatesOneNumberAndKeepsThemWhileItGrows()
    {
        var table = new StateTable();
        for (var i = 0; i < 1000; i++)
            Assert.Equal(i, table.NumberOf(StateText.Parse($"sp+{8 * i}")));
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal($"sp+{8 * i}", StateText.Format(table[i]));
            Assert.Equal(i, table.NumberOf(StateText.Parse($"sp+{8 * i}")));
        }

        Assert.Equal(1000, table.Count);
    }
}
