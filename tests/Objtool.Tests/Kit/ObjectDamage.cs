using System.Buffers.Binary;
using Elf;

namespace Objtool.Tests.Kit;

/// <summary>Ways to spoil an object file. Each case is the whole file again; the array handed out is used for the next.</summary>
internal static class ObjectDamage
{
    private const int FileHeaderSize = 64;
    private const int SectionHeaderSize = 64;
    private const int SymbolSize = 24;
    private const int RelocationSize = 24;

    private static readonly ulong[] _extremes =
        [0, 1, 2, 3, 7, 0xff, 0x100, 0xfff1, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000, long.MaxValue, 1UL << 63, ulong.MaxValue];

    /// <summary>The file cut off at every <paramref name="step"/>-th length.</summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Image)> Truncations(byte[] whole, int step)
    {
        for (var length = 0; length < whole.Length; length += step)
            yield return ($"cut to {length} bytes", whole.AsMemory(0, length));
    }

    /// <summary>Every byte with every other value; of these every <paramref name="step"/>-th.</summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Image)> ByteChanges(byte[] whole, int step)
    {
        var image = (byte[])whole.Clone();
        for (var change = 0L; change < 255L * whole.Length; change += step)
        {
            var place = (int)(change / 255);
            image[place] = unchecked((byte)(whole[place] + 1 + (change % 255)));
            yield return ($"byte 0x{place:x} is 0x{image[place]:x2} instead of 0x{whole[place]:x2}", image);
            image[place] = whole[place];
        }
    }

    /// <summary>Section headers, symbols and relocations with one to four fields that are extreme, or another record's.</summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Image)> RecordChanges(byte[] whole, int count, int seed)
    {
        var records = RecordsOf(whole);
        var random = new Random(seed);
        for (var round = 0; round < count; round++)
        {
            var image = (byte[])whole.Clone();
            for (var damage = random.Next(1, 5); damage > 0; damage--)
                Damage(image, records, random);
            yield return ($"record damage {round}", image);
        }
    }

    private static void Damage(byte[] image, List<(int Offset, int Size)> records, Random random)
    {
        var (offset, size) = records[random.Next(records.Count)];
        var width = 1 << random.Next(0, 4);
        var place = offset + (random.Next(size / width) * width);
        var value = random.Next(3) switch
        {
            0 => _extremes[random.Next(_extremes.Length)],
            1 => (ulong)random.Next(image.Length),
            _ => unchecked(ReadUInt64(image, place) + (ulong)random.Next(-8, 9)),
        };
        for (var i = 0; i < width; i++)
            image[place + i] = unchecked((byte)(value >> (8 * i)));
    }

    private static ulong ReadUInt64(byte[] image, int place)
    {
        Span<byte> word = stackalloc byte[8];
        image.AsSpan(place, Math.Min(8, image.Length - place)).CopyTo(word);
        return BinaryPrimitives.ReadUInt64LittleEndian(word);
    }

    private static List<(int Offset, int Size)> RecordsOf(byte[] whole)
    {
        const int SectionTablePlace = 40;
        var file = ElfFile.Read(whole, "whole");
        var sectionTable = (int)BinaryPrimitives.ReadUInt64LittleEndian(whole.AsSpan(SectionTablePlace));
        var records = new List<(int, int)> { (0, FileHeaderSize) };
        foreach (var section in file.Sections)
        {
            records.Add((sectionTable + (section.Index * SectionHeaderSize), SectionHeaderSize));
            var size = section.Type switch
            {
                SectionType.SymbolTable => SymbolSize,
                SectionType.Rela => RelocationSize,
                _ => 0,
            };
            for (var i = 0; size > 0 && i < section.Contents.Length / size; i++)
                records.Add(((int)section.Offset + (i * size), size));
        }

        return records;
    }
}
