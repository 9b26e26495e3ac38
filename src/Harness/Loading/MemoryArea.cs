using Emulator;

namespace Harness.Loading;

/// <summary>A part of the image on its way into guest memory: pages at fixed addresses, filled before they are mapped.</summary>
/// <param name="name">For messages.</param>
/// <param name="begin">The first address, a multiple of the page size.</param>
/// <param name="end">One past the last, the same.</param>
/// <param name="protection">What guest code may do here.</param>
/// <param name="filler">What is where nothing is.</param>
/// <param name="mappedAt">Where the guest finds it, when that is not where it was linked to (per-CPU data).</param>
internal sealed class MemoryArea(string name, ulong begin, ulong end, GuestProtection protection, byte filler, ulong? mappedAt = null)
{
    private readonly byte[] _contents = Fill(begin, end, filler);

    /// <summary>Name for messages.</summary>
    public string Name { get; } = name;

    /// <summary>The first address, a multiple of the page size.</summary>
    public ulong Begin { get; } = begin;

    /// <summary>One past the last address, a multiple of the page size.</summary>
    public ulong End { get; } = end;

    /// <summary>The guest's first address of it.</summary>
    public ulong MappedAt { get; } = mappedAt ?? begin;

    /// <summary>What guest code may do here.</summary>
    public GuestProtection Protection { get; } = protection;

    /// <summary>The bytes from an address on.</summary>
    public Span<byte> At(ulong address, ulong length) => _contents.AsSpan((int)(address - Begin), (int)length);

    /// <summary>Does all of a range lie in it?</summary>
    public bool Contains(ulong address, ulong length) => address >= Begin && length <= End - Begin && address - Begin <= End - Begin - length;

    /// <summary>Maps it.</summary>
    public GuestRegion MapInto(GuestMemory memory)
    {
        var region = memory.Map(Name, MappedAt, End - Begin, Protection);
        memory.Write(MappedAt, _contents);
        return region;
    }

    private static byte[] Fill(ulong begin, ulong end, byte filler)
    {
        var contents = new byte[end - begin];
        if (filler != 0)
            Array.Fill(contents, filler);
        return contents;
    }
}
