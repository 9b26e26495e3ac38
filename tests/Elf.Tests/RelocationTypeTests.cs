namespace Elf.Tests;

public class RelocationTypeTests
{
    /// <summary>psABI table "Relocation Types": number, name, field width in bytes.</summary>
    [Theory]
    [InlineData(RelocationType.None, 0, "NONE", 0)]
    [InlineData(RelocationType.Absolute64, 1, "64", 8)]
    [InlineData(RelocationType.Pc32, 2, "PC32", 4)]
    [InlineData(RelocationType.Got32, 3, "GOT32", 4)]
    [InlineData(RelocationType.Plt32, 4, "PLT32", 4)]
    [InlineData(RelocationType.Copy, 5, "COPY", 0)]
    [InlineData(RelocationType.GlobalData, 6, "GLOB_DAT", 8)]
    [InlineData(RelocationType.JumpSlot, 7, "JUMP_SLOT", 8)]
    [InlineData(RelocationType.Relative, 8, "RELATIVE", 8)]
    [InlineData(RelocationType.GotPcRelative, 9, "GOTPCREL", 4)]
    [InlineData(RelocationType.Absolute32, 10, "32", 4)]
    [InlineData(RelocationType.Absolute32Signed, 11, "32S", 4)]
    [InlineData(RelocationType.Absolute16, 12, "16", 2)]
    [InlineData(RelocationType.Pc16, 13, "PC16", 2)]
    [InlineData(RelocationType.Absolute8, 14, "8", 1)]
    [InlineData(RelocationType.Pc8, 15, "PC8", 1)]
    [InlineData(RelocationType.TlsModule, 16, "DTPMOD64", 8)]
    [InlineData(RelocationType.TlsOffset64, 17, "DTPOFF64", 8)]
    [InlineData(RelocationType.TlsThreadOffset64, 18, "TPOFF64", 8)]
    [InlineData(RelocationType.TlsGeneralDynamic, 19, "TLSGD", 4)]
    [InlineData(RelocationType.TlsLocalDynamic, 20, "TLSLD", 4)]
    [InlineData(RelocationType.TlsOffset32, 21, "DTPOFF32", 4)]
    [InlineData(RelocationType.TlsGotThreadOffset, 22, "GOTTPOFF", 4)]
    [InlineData(RelocationType.TlsThreadOffset32, 23, "TPOFF32", 4)]
    [InlineData(RelocationType.Pc64, 24, "PC64", 8)]
    [InlineData(RelocationType.GotOffset64, 25, "GOTOFF64", 8)]
    [InlineData(RelocationType.GotPc32, 26, "GOTPC32", 4)]
    [InlineData(RelocationType.Got64, 27, "GOT64", 8)]
    [InlineData(RelocationType.GotPcRelative64, 28, "GOTPCREL64", 8)]
    [InlineData(RelocationType.GotPc64, 29, "GOTPC64", 8)]
    [InlineData(RelocationType.GotPlt64, 30, "GOTPLT64", 8)]
    [InlineData(RelocationType.PltOffset64, 31, "PLTOFF64", 8)]
    [InlineData(RelocationType.Size32, 32, "SIZE32", 4)]
    [InlineData(RelocationType.Size64, 33, "SIZE64", 8)]
    [InlineData(RelocationType.TlsDescriptorGot, 34, "GOTPC32_TLSDESC", 4)]
    [InlineData(RelocationType.TlsDescriptorCall, 35, "TLSDESC_CALL", 0)]
    [InlineData(RelocationType.TlsDescriptor, 36, "TLSDESC", 16)]
    [InlineData(RelocationType.IndirectRelative, 37, "IRELATIVE", 8)]
    [InlineData(RelocationType.Relative64, 38, "RELATIVE64", 8)]
    [InlineData(RelocationType.GotPcRelativeRelaxable, 41, "GOTPCRELX", 4)]
    [InlineData(RelocationType.RexGotPcRelativeRelaxable, 42, "REX_GOTPCRELX", 4)]
    public void NumberNameAndWidthAreThoseOfTheAbi(RelocationType type, int number, string name, int width)
    {
        Assert.Equal(number, (int)type);
        Assert.Equal("R_X86_64_" + name, type.AbiName);
        Assert.Equal(width, type.FieldSize);
    }

    [Fact]
    public void ExactlyTheTypesOfKernelAndPositionIndependentCodeAreSupported()
    {
        RelocationType[] supported =
        [
            RelocationType.None, RelocationType.Absolute64, RelocationType.Pc32, RelocationType.Plt32,
            RelocationType.GotPcRelative, RelocationType.Absolute32, RelocationType.Absolute32Signed,
            RelocationType.Absolute16, RelocationType.Pc16, RelocationType.Absolute8, RelocationType.Pc8,
            RelocationType.Pc64, RelocationType.GotOffset64, RelocationType.GotPc32, RelocationType.GotPc64,
            RelocationType.Size32, RelocationType.Size64, RelocationType.GotPcRelativeRelaxable,
            RelocationType.RexGotPcRelativeRelaxable,
        ];
        Assert.Equal(supported, All().Where(type => type.IsSupported));
    }

    [Fact]
    public void ThreadLocalTypesAreRecognisedAndUnsupported()
    {
        RelocationType[] threadLocal =
        [
            RelocationType.TlsModule, RelocationType.TlsOffset64, RelocationType.TlsThreadOffset64,
            RelocationType.TlsGeneralDynamic, RelocationType.TlsLocalDynamic, RelocationType.TlsOffset32,
            RelocationType.TlsGotThreadOffset, RelocationType.TlsThreadOffset32, RelocationType.TlsDescriptorGot,
            RelocationType.TlsDescriptorCall, RelocationType.TlsDescriptor,
        ];
        Assert.Equal(threadLocal, All().Where(type => type.IsThreadLocal));
        Assert.All(threadLocal, type => Assert.False(type.IsSupported));
    }

    [Fact]
    public void GotSlotsAreWantedByTheLoadsThroughTheGot() =>
        Assert.Equal(
            [RelocationType.GotPcRelative, RelocationType.GotPcRelativeRelaxable, RelocationType.RexGotPcRelativeRelaxable],
            All().Where(type => type.WantsGotSlot));

    [Fact]
    public void UnknownNumbersHaveNoFieldAndPrintAsHexadecimal()
    {
        foreach (var type in (RelocationType[])[(RelocationType)43, (RelocationType)0x1234, (RelocationType)uint.MaxValue])
        {
            Assert.Equal($"0x{(uint)type:x}", type.AbiName);
            Assert.Equal((0, false, false, false), (type.FieldSize, type.IsSupported, type.WantsGotSlot, type.IsPcRelative));
        }
    }

    private static IEnumerable<RelocationType> All() => Enumerable.Range(0, 300).Select(number => (RelocationType)number);
}
