using System.Buffers.Binary;
using Harness.Loading;

namespace Harness.Kernels.Patching;

/// <summary>The contents of an image's sections at their addresses, relocated.</summary>
internal sealed class PlacedSections(IReadOnlyList<MemoryArea> areas)
{
    /// <summary>The bytes from an address on, to be read or changed.</summary>
    /// <exception cref="InputException">There are not so many.</exception>
    public Span<byte> At(ulong address, int length) =>
        (areas.FirstOrDefault(area => area.Contains(address, (ulong)length))
            ?? throw new InputException($"a patch at 0x{address:x}, where there is nothing")).At(address, (ulong)length);

    /// <summary>The address that a number counts from its own place.</summary>
    public ulong Relative(ulong place) => unchecked(place + (ulong)BinaryPrimitives.ReadInt32LittleEndian(At(place, sizeof(int))));

    /// <summary>Eight bytes.</summary>
    public ulong WordAt(ulong place) => BinaryPrimitives.ReadUInt64LittleEndian(At(place, sizeof(ulong)));

    /// <summary>The range of a section of a file; empty without one.</summary>
    public static TextRange RangeOf(LoadedObject loaded, string name) =>
        loaded.File.FindSection(name) is { Size: > 0 } section ? new TextRange(loaded.AddressOf(section), loaded.AddressOf(section) + section.Size) : default;

    /// <summary>The places in a range at which entries of a size begin.</summary>
    public static IEnumerable<ulong> Entries(TextRange range, int size)
    {
        for (var place = range.Begin; place + (ulong)size <= range.End; place += (ulong)size)
            yield return place;
    }
}
