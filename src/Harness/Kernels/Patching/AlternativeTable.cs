using System.Buffers.Binary;
using Harness.Loading;

namespace Harness.Kernels.Patching;

/// <summary>One alternative (struct alt_instr).</summary>
/// <param name="Original">The instructions to replace.</param>
/// <param name="Replacement">What may replace them.</param>
/// <param name="Feature">The feature that decides.</param>
/// <param name="IsNegated">Does it apply where the feature is absent?</param>
/// <param name="IsDirectCall">Is the replacement a call of what the original calls through a pointer?</param>
/// <param name="OriginalLength">Bytes of the original, padding included.</param>
/// <param name="ReplacementLength">Bytes of the replacement.</param>
internal readonly record struct Alternative(
    ulong Original, ulong Replacement, int Feature, bool IsNegated, bool IsDirectCall, byte OriginalLength, byte ReplacementLength);

/// <summary>Reads .altinstructions.</summary>
internal static class AlternativeTable
{
    private const string Section = ".altinstructions";

    /// <summary>Two distances, a feature with a bit for its absence, two lengths: Linux 5.13 to 6.2.</summary>
    private const int ShortSize = 12;

    /// <summary>With 16 bits of flags in between: since 6.3.</summary>
    private const int LongSize = 14;

    /// <summary>The alternatives of a file, in their order.</summary>
    /// <exception cref="InputException">A table in neither form.</exception>
    public static IReadOnlyList<Alternative> Read(LoadedObject loaded, PlacedSections sections)
    {
        var range = PlacedSections.RangeOf(loaded, Section);
        foreach (var size in new[] { ShortSize, LongSize })
        {
            if (range.Size % (ulong)size != 0)
                continue;
            Alternative[] entries = [.. PlacedSections.Entries(range, size).Select(place => Read(place, size, sections))];
            if (entries.All(entry => IsCode(loaded, entry.Original, entry.OriginalLength) && IsCode(loaded, entry.Replacement, entry.ReplacementLength)))
                return entries;
        }

        throw new InputException($"{loaded.File.Name}: {Section} has entries in a form that is not known");
    }

    private static Alternative Read(ulong place, int size, PlacedSections sections)
    {
        const int NegatedFeature = 0x8000;
        const int Negated = 1;
        const int DirectCall = 2;
        var entry = sections.At(place, size);
        var feature = BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]);
        var flags = size == LongSize ? BinaryPrimitives.ReadUInt16LittleEndian(entry[10..])
            : (feature & NegatedFeature) != 0 ? Negated : 0;
        return new Alternative(
            sections.Relative(place), sections.Relative(place + 4), feature & ~NegatedFeature, (flags & Negated) != 0, (flags & DirectCall) != 0,
            entry[size - 2], entry[size - 1]);
    }

    private static bool IsCode(LoadedObject loaded, ulong address, int length) => loaded.AllocatedSections.Any(section =>
        section.Flags.HasFlag(Elf.SectionFlags.Execute) && address >= loaded.AddressOf(section)
        && address - loaded.AddressOf(section) + (ulong)length <= section.Size);
}
