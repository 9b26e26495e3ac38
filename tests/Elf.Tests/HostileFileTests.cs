using System.Buffers.Binary;
using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

/// <summary>Any bytes give a result or an <see cref="ElfFormatException"/>, in bounded time and memory.</summary>
public class HostileFileTests
{
    [Fact]
    public void EveryTruncationIsAFormatError()
    {
        var whole = Standard().Build();
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<ElfFormatException>(() => Walk.Everything(ElfFile.Read(whole.AsMemory(0, length), "cut.o")));
    }

    [Fact]
    public void EveryByteOfTheFileMayHaveAnyValue()
    {
        var whole = Standard().Build();
        var (accepted, refused) = (0, 0);
        for (var place = 0; place < whole.Length; place++)
        {
            var original = whole[place];
            for (var value = 0; value < 256; value++)
            {
                whole[place] = (byte)value;
                // Editing doubles the time; every place sees it, with every sixteenth value.
                if (IsAccepted(whole, place, value, isEdited: (place + value) % 16 == 0))
                    accepted++;
                else
                    refused++;
            }

            whole[place] = original;
        }

        // Both kinds occur, or the loop has tested nothing.
        Assert.True(accepted > 1000 && refused > 1000, $"{accepted} accepted, {refused} refused");
    }

    [Fact]
    public void EveryHeaderWordMayHaveAnExtremeValue()
    {
        var whole = Standard().Build();
        ulong[] extremes = [1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000, long.MaxValue, 1UL << 63, ulong.MaxValue, (ulong)whole.Length];
        for (var place = 0; place + 8 <= whole.Length; place += 4)
        {
            foreach (var extreme in extremes)
            {
                var image = (byte[])whole.Clone();
                BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(place), extreme);
                IsAccepted(image, place, (long)(extreme & long.MaxValue), isEdited: true);
            }
        }
    }

    [Fact]
    public void RandomDamageInSeveralPlacesIsSurvived()
    {
        var random = new Random(20170628);
        var linked = Standard();
        linked.Segments.Add(new(SegmentType.Load, SegmentFlags.Read, 0, 0x400000, 0x400000, 0x100, 0x200, 0x1000));
        linked.Segments.Add(new(SegmentType.Note, SegmentFlags.Read, 0x40, 0, 0, 8, 8, 8));
        byte[][] wholes = [Standard().Build(), linked.Build()];
        for (var round = 0; round < 40_000; round++)
        {
            var image = (byte[])wholes[round % 2].Clone();
            for (var damage = random.Next(1, 6); damage > 0; damage--)
                image[random.Next(16, image.Length)] = (byte)random.Next(256);
            IsAccepted(image, round, 0, isEdited: true);
        }
    }

    [Fact]
    public void SectionCountBeyondTheFileIsRefusedBeforeAllocating()
    {
        var image = Standard().Build();
        image[EShnum] = 0;
        foreach (var count in (ulong[])[7, uint.MaxValue, 1UL << 58, ulong.MaxValue])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(HeaderOf(image, 0) + 0x20), count);
            var error = Assert.Throws<ElfFormatException>(() => ElfFile.Read(image, "a.o"));
            Assert.Contains($"{count} entries of 64 bytes reach beyond the end", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SegmentCountBeyondTheFileIsRefusedBeforeAllocating()
    {
        var image = Standard().Build();
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(EPhoff), 0x40);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(EPhentsize), 56);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(EPhnum), 0xffff);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(HeaderOf(image, 0) + 0x2c), uint.MaxValue);
        var error = Assert.Throws<ElfFormatException>(() => ElfFile.Read(image, "a.o"));
        Assert.Contains("program header table (0x40): 4294967295 entries", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesThatAllShareOneLongStringAreRefused()
    {
        // 2,000 section names of 100 kB each out of one table: 200 MB if somebody decoded them.
        var tiny = new TinyObject();
        tiny.Add("", new() { Type = SectionType.Null }, []);
        for (var i = 0; i < 2000; i++)
            tiny.Sections.Add((new() { Type = SectionType.Note, Name = 1 }, []));
        tiny.Add(new string('x', 100_000), new() { Type = SectionType.Note }, []);
        tiny.AddNames();
        AssertRefused(tiny, "section names share so many bytes that the file must be hostile");
    }

    [Fact]
    public void SymbolNamesThatAllShareOneLongStringAreRefused()
    {
        byte[] strings = [0, .. Enumerable.Repeat((byte)'x', 100_000), 0];
        var symbols = new Records.SymbolRecord[2000];
        symbols.AsSpan(1).Fill(new(1, 0x10, 0, 0, 0, 0));
        var tiny = Standard().Fill(Strings, strings).Fill(Symbols, ToBytes<Records.SymbolRecord>(symbols));
        AssertRefused(tiny, "symbol names share so many bytes that the file must be hostile");
    }

    private static bool IsAccepted(byte[] image, int place, long value, bool isEdited)
    {
        try
        {
            var file = ElfFile.Read(image, "damaged.o");
            Walk.Everything(file);
            if (!isEdited)
                return true;
            // What is accepted can be edited, and the result is accepted again.
            var editor = new ElfEditor(file);
            editor.AddSection(new() { Name = ".new", Type = SectionType.ProgBits, Contents = new byte[8] });
            Walk.Everything(ElfFile.Read(editor.Build(), "edited.o"));
            return true;
        }
        catch (ElfFormatException error)
        {
            Assert.DoesNotContain('\n', error.Message);
            return false;
        }
        catch (Exception error)
        {
            Assert.Fail($"damage 0x{place:x} 0x{value:x}: {error}");
            return false;
        }
    }

    private static void AssertRefused(TinyObject tiny, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var image = tiny.Build();
        var built = GC.GetAllocatedBytesForCurrentThread() - before;
        var error = Assert.Throws<ElfFormatException>(() => Walk.Everything(ElfFile.Read(image, "a.o")));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before - built;
        Assert.True(allocated < 200 * (long)image.Length, $"{allocated} bytes allocated for a file of {image.Length}");
    }
}
