using System.Runtime.CompilerServices;

namespace Undwarf.Tests;

public sealed class UndwarfV2FormatTests
{
    private const EntryFlags SignalAndEnd = EntryFlags.Signal | EntryFlags.End;

    /// <summary>Bytes that the generator of June 2017 wrote, and what they mean.</summary>
    public static TheoryData<string, UndwarfEntry, string> GoldenBytes => new()
    {
        { "08 00 00 00 05 00 00 00", UndwarfEntry.FunctionEntry, "cfa:sp+8 bp:(und) type:cfa" },
        { "10 00 F0 FF 15 00 00 00", UndwarfEntry.Caller(UndwarfRegister.Sp, 16, UndwarfRegister.Cfa, -16), "cfa:sp+16 bp:cfa-16 type:cfa" },
        { "10 00 F0 FF 14 00 00 00", UndwarfEntry.Caller(UndwarfRegister.Bp, 16, UndwarfRegister.Cfa, -16), "cfa:bp+16 bp:cfa-16 type:cfa" },
        { "00 00 00 00 00 00 00 00", UndwarfEntry.Undefined, "cfa:(und) bp:(und) type:cfa" },
        { "00 00 00 00 05 01 00 00", UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0), "cfa:sp+0 bp:(und) type:regs" },
        { "80 00 00 00 05 02 00 00", UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 128), "cfa:sp+128 bp:(und) type:iret" },
        { "00 00 00 00 09 01 00 00", UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.SpIndirect, 0), "cfa:(sp+0) bp:(und) type:regs" },
        { "00 00 00 00 06 00 00 00", UndwarfEntry.Caller(UndwarfRegister.R10, 0), "cfa:r10+0 bp:(und) type:cfa" },
        { "F0 FF 00 00 48 00 00 00", UndwarfEntry.Caller(UndwarfRegister.BpIndirect, -16, UndwarfRegister.Bp, 0), "cfa:(bp-16) bp:bp+0 type:cfa" },
    };

    [Theory]
    [MemberData(nameof(GoldenBytes))]
    public void GoldenBytesOf2017_AreWritten(string hex, UndwarfEntry entry, string text)
    {
        _ = text;
        Assert.Equal(hex, Encode(UndwarfV2Format.Extended, entry));
        Assert.Equal(hex, Encode(UndwarfV2Format.Strict, entry));
    }

    [Theory]
    [MemberData(nameof(GoldenBytes))]
    public void GoldenBytesOf2017_AreRead(string hex, UndwarfEntry entry, string text)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", ""));
        Assert.Equal(entry, UndwarfV2Format.Extended.Decode(bytes));
        Assert.Equal(entry, UndwarfV2Format.Strict.Decode(bytes));
        Assert.Equal(text, UndwarfV2Format.Extended.Describe(entry));
        Assert.Equal(text, UndwarfV2Format.Strict.Describe(entry));
    }

    [Theory]
    [InlineData("00 00 00 00 00 04 00 00", FrameType.Cfa, EntryFlags.End, " end")]
    [InlineData("00 00 00 00 00 10 00 00", FrameType.Cfa, EntryFlags.Signal, " blind")]
    [InlineData("00 00 00 00 05 10 00 00", FrameType.Cfa, EntryFlags.Signal, " signal")]
    [InlineData("00 00 00 00 05 09 00 00", FrameType.Regs, EntryFlags.None, " return")]
    [InlineData("00 00 00 00 05 0A 00 00", FrameType.Iret, EntryFlags.None, " return")]
    [InlineData("00 00 00 00 05 05 00 00", FrameType.Regs, SignalAndEnd, " end")]
    public void ExtensionBits_SayEndAndSignal(string hex, FrameType type, EntryFlags flags, string suffix)
    {
        var entry = UndwarfV2Format.Extended.Decode(Convert.FromHexString(hex.Replace(" ", "")));
        Assert.Equal(type, entry.Type);
        Assert.Equal(flags, entry.Flags);
        Assert.Equal(hex, Encode(UndwarfV2Format.Extended, entry));
        Assert.EndsWith(suffix, UndwarfV2Format.Extended.Describe(entry), StringComparison.Ordinal);
    }

    [Fact]
    public void StrictTables_HaveNoExtensionBits_AndIgnoreThem()
    {
        Assert.Equal("00 00 00 00 00 00 00 00", Encode(UndwarfV2Format.Strict, UndwarfEntry.EndOfStack));
        Assert.Equal("00 00 00 00 00 00 00 00", Encode(UndwarfV2Format.Strict, UndwarfEntry.Blind));
        byte[] allExtensionBits = [0, 0, 0, 0, 0x05, 0xfc, 0xff, 0xff];
        Assert.Equal(UndwarfEntry.Caller(UndwarfRegister.Sp, 0), UndwarfV2Format.Strict.Decode(allExtensionBits));
    }

    [Fact]
    public void UndefinedTerminatorAndEnd_AreToldApart()
    {
        UndwarfEntry[] kinds = [UndwarfEntry.Undefined, UndwarfEntry.Blind, UndwarfEntry.EndOfStack];
        Assert.Equal(3, kinds.Select(kind => Encode(UndwarfV2Format.Extended, kind)).Distinct().Count());
        Assert.Equal([true, false, false], kinds.Select(kind => kind.IsWeak));
        Assert.Equal([false, true, false], kinds.Select(kind => kind.IsBlind));
    }

    [Fact]
    public void EachField_IsIndependentOfTheOthers()
    {
        foreach (var format in new[] { UndwarfV2Format.Extended, UndwarfV2Format.Strict })
        {
            for (var register = 0; register < 16; register++)
            {
                AssertRoundTrip(format, UndwarfEntry.Caller((UndwarfRegister)register, 0));
                AssertRoundTrip(format, UndwarfEntry.Caller(0, 0, (UndwarfRegister)register));
            }

            foreach (var offset in new short[] { short.MinValue, -1, 1, short.MaxValue })
            {
                AssertRoundTrip(format, UndwarfEntry.Caller(0, offset));
                AssertRoundTrip(format, UndwarfEntry.Caller(0, 0, 0, offset));
            }

            for (var type = 0; type < 4; type++)
            {
                var flags = UndwarfEntry.SignalByType((FrameType)type) ? EntryFlags.Signal : EntryFlags.None;
                AssertRoundTrip(format, new UndwarfEntry(0, 0, 0, 0, (FrameType)type, flags));
            }
        }

        for (var flags = 0; flags < 4; flags++)
        {
            for (var type = 0; type < 4; type++)
                AssertRoundTrip(UndwarfV2Format.Extended, new UndwarfEntry(0, 0, 0, 0, (FrameType)type, (EntryFlags)flags));
        }
    }

    [Fact]
    public void AnyEightBytes_DecodeWithoutFailing()
    {
        var random = new Random(20170628);
        var bytes = new byte[8];
        for (var i = 0; i < 100_000; i++)
        {
            random.NextBytes(bytes);
            var entry = UndwarfV2Format.Extended.Decode(bytes);
            Assert.Equal(entry, UndwarfV2Format.Extended.Decode(Convert.FromHexString(Encode(UndwarfV2Format.Extended, entry).Replace(" ", ""))));
            Assert.NotEmpty(UndwarfV2Format.Extended.Describe(entry));
        }
    }

    [Theory]
    [InlineData(10, "cfa:?+0 bp:(und) type:cfa")]
    [InlineData(15, "cfa:?+0 bp:(und) type:cfa")]
    public void RegistersWithoutAMeaning_PrintAsQuestionMark(int register, string text) =>
        Assert.Equal(text, UndwarfV2Format.Strict.Describe(UndwarfEntry.Caller((UndwarfRegister)register, 0)));

    [Fact]
    public void EntryIs8Bytes() => Assert.Equal(8, Unsafe.SizeOf<UndwarfEntry>());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(24, 3)]
    public void SectionSize_GivesTheCount(long size, int count) => Assert.Equal(count, UndwarfV2Format.Extended.CountOf(size));

    [Fact]
    public void SectionSizeThatDoesNotDivide_IsRefused()
    {
        var error = Assert.Throws<UndwarfFormatException>(() => UndwarfV2Format.Extended.CountOf(13));
        Assert.Contains("bad .undwarf section size", error.Message, StringComparison.Ordinal);
    }

    private static void AssertRoundTrip(UndwarfV2Format format, UndwarfEntry entry)
    {
        Span<byte> bytes = stackalloc byte[8];
        format.Encode(entry, bytes);
        Assert.Equal(entry, format.Decode(bytes));
    }

    private static string Encode(UndwarfV2Format format, UndwarfEntry entry)
    {
        var bytes = new byte[8];
        format.Encode(entry, bytes);
        return string.Join(' ', bytes.Select(b => b.ToString("X2")));
    }
}
