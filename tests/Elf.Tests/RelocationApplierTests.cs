namespace Elf.Tests;

public class RelocationApplierTests
{
    [Theory]
    [InlineData(RelocationType.Absolute64, 0x1122334455667788, 0x10, 0, "98776655443322 11")]
    [InlineData(RelocationType.Pc32, 0x1000, -4, 0x2000, "fcefffff")]
    [InlineData(RelocationType.Plt32, 0x2000, -4, 0x1000, "fc0f0000")]
    [InlineData(RelocationType.Absolute32, 0xfffffff0, 0xf, 0, "ffffffff")]
    [InlineData(RelocationType.Absolute32Signed, -0x80000000, 0, 0, "00000080")]
    [InlineData(RelocationType.Absolute16, 0x1234, 1, 0, "3512")]
    [InlineData(RelocationType.Pc16, 0, 0, 1, "ffff")]
    [InlineData(RelocationType.Absolute8, 0x12, 1, 0, "13")]
    [InlineData(RelocationType.Pc8, 0, 0, 0x80, "80")]
    [InlineData(RelocationType.Pc64, 0, 0, 1, "ffffffffffffffff")]
    [InlineData(RelocationType.GotPcRelative, 0x3000, -4, 0x1000, "fc1f0000")]
    [InlineData(RelocationType.GotOffset64, 0x5000, 1, 0x99999, "0110000000000000")]
    [InlineData(RelocationType.GotPc32, 0x4000, 2, 0x1000, "02300000")]
    [InlineData(RelocationType.GotPc64, 0x4000, 2, 0x1000, "0230000000000000")]
    [InlineData(RelocationType.Size32, 0x18, -8, 0x1000, "10000000")]
    [InlineData(RelocationType.Size64, 0x18, -8, 0x1000, "1000000000000000")]
    [InlineData(RelocationType.None, 0x18, -8, 0x1000, "")]
    public void FieldHoldsTheFormulasResult(RelocationType type, long value, long addend, ulong place, string expected)
    {
        var written = Convert.FromHexString(expected.Replace(" ", "", StringComparison.Ordinal));
        byte[] field = [.. Enumerable.Repeat((byte)0xcc, 10)];
        var outcome = RelocationApplier.Apply(type, field, unchecked((ulong)value), addend, place, gotBase: 0x4000);
        Assert.Equal(RelocationOutcome.Applied, outcome);
        Assert.Equal(written, field[..written.Length]);
        Assert.All(field[written.Length..], b => Assert.Equal(0xcc, b));
    }

    [Fact]
    public void NothingIsWrittenUnlessApplied()
    {
        byte[] field = [0xcc, 0xcc, 0xcc, 0xcc];
        Assert.Equal(RelocationOutcome.Overflow, RelocationApplier.Apply(RelocationType.Pc32, field, 1UL << 31, 0, 0));
        Assert.Equal(RelocationOutcome.FieldOutOfRange, RelocationApplier.Apply(RelocationType.Absolute64, field, 0, 0, 0));
        Assert.Equal(RelocationOutcome.Unsupported, RelocationApplier.Apply(RelocationType.TlsThreadOffset32, field, 0, 0, 0));
        Assert.Equal(RelocationOutcome.Unsupported, RelocationApplier.Apply((RelocationType)999, field, 0, 0, 0));
        Assert.Equal([0xcc, 0xcc, 0xcc, 0xcc], field);
    }

    [Fact]
    public void EveryTypeRefusesAFieldThatIsOneByteShort()
    {
        foreach (var type in Enumerable.Range(0, 64).Select(n => (RelocationType)n).Where(t => t.IsSupported && t.FieldSize != 0))
        {
            Assert.Equal(RelocationOutcome.FieldOutOfRange, RelocationApplier.Apply(type, new byte[type.FieldSize - 1], 0, 0, 0));
            Assert.Equal(RelocationOutcome.Applied, RelocationApplier.Apply(type, new byte[type.FieldSize], 0, 0, 0));
        }
    }

    [Fact]
    public void SumWrapsLikeAnAddress()
    {
        var field = new byte[4];
        var outcome = RelocationApplier.Apply(RelocationType.Pc32, field, 0x10, -4, 0xffff_ffff_ffff_fff0);
        Assert.Equal(RelocationOutcome.Applied, outcome);
        Assert.Equal([0x1c, 0, 0, 0], field);
        Assert.Equal(RelocationOutcome.Applied, RelocationApplier.Apply(RelocationType.Absolute32, field, ulong.MaxValue, 1, 0));
        Assert.Equal([0, 0, 0, 0], field);
    }
}
