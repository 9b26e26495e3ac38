using System.Runtime.CompilerServices;
using Elf.Records;

namespace Elf.Tests;

public class RecordTests
{
    [Fact]
    public void RecordsHaveTheSizesOfTheAbi()
    {
        Assert.Equal(64, Unsafe.SizeOf<FileHeaderRecord>());
        Assert.Equal(64, Unsafe.SizeOf<SectionHeaderRecord>());
        Assert.Equal(24, Unsafe.SizeOf<SymbolRecord>());
        Assert.Equal(24, Unsafe.SizeOf<ElfRelocation>());
        Assert.Equal(56, Unsafe.SizeOf<ElfSegment>());
    }

    [Fact]
    public void SizeConstantsAgreeWithTheRecords()
    {
        Assert.Equal(FileHeaderRecord.ByteSize, Unsafe.SizeOf<FileHeaderRecord>());
        Assert.Equal(SectionHeaderRecord.ByteSize, Unsafe.SizeOf<SectionHeaderRecord>());
        Assert.Equal(SymbolRecord.ByteSize, Unsafe.SizeOf<SymbolRecord>());
        Assert.Equal(ElfRelocation.ByteSize, Unsafe.SizeOf<ElfRelocation>());
        Assert.Equal(ElfSegment.ByteSize, Unsafe.SizeOf<ElfSegment>());
    }

    [Fact]
    public void EachBitOfInfoAndOtherBelongsToOneSymbolField()
    {
        for (var bit = 0; bit < 8; bit++)
        {
            var info = new SymbolRecord(0, (byte)(1 << bit), 0, 0, 0, 0);
            Assert.Equal(bit < 4 ? 1 << bit : 0, (int)info.Type);
            Assert.Equal(bit < 4 ? 0 : 1 << (bit - 4), (int)info.Binding);
            Assert.Equal(SymbolVisibility.Default, info.Visibility);

            var other = new SymbolRecord(0, 0, (byte)(1 << bit), 0, 0, 0);
            Assert.Equal(bit < 2 ? 1 << bit : 0, (int)other.Visibility);
            Assert.Equal((SymbolType.None, SymbolBinding.Local), (other.Type, other.Binding));
        }
    }

    [Fact]
    public void EachBitOfRelocationInfoBelongsToTypeOrSymbol()
    {
        // Bit 63 is left out: no table has 2^31 symbols, and the reader refuses it before anybody asks.
        for (var bit = 0; bit < 63; bit++)
        {
            var relocation = new ElfRelocation(0, 1UL << bit, 0);
            Assert.Equal(bit < 32 ? 1U << bit : 0, (uint)relocation.Type);
            Assert.Equal(bit < 32 ? 0 : 1 << (bit - 32), relocation.Symbol);
        }
    }

    [Fact]
    public void RelocationMadeOfPartsReadsBackAsThoseParts()
    {
        var relocation = new ElfRelocation(0x10, RelocationType.Pc32, 7, -4);
        Assert.Equal(0x0000_0007_0000_0002UL, relocation.Info);
        Assert.Equal((RelocationType.Pc32, 7, -4L), (relocation.Type, relocation.Symbol, relocation.Addend));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElfRelocation(0, RelocationType.Pc32, -1, 0));
    }
}
