using Emulator.Native;

namespace Emulator;

/// <summary>A region less its holes.</summary>
internal static class MappedPieces
{
    /// <summary>The pieces that are left, in ascending order.</summary>
    /// <exception cref="ArgumentException">A hole is misaligned, empty, outside, overlaps another, or nothing is left.</exception>
    public static GuestRange[] Of(string name, GuestRange region, ReadOnlySpan<GuestRange> holes)
    {
        var ordered = holes.ToArray();
        Array.Sort(ordered, static (a, b) => a.Start.CompareTo(b.Start));
        var pieces = new List<GuestRange>(ordered.Length + 1);
        var offset = 0UL;
        foreach (var hole in ordered)
        {
            if (hole.Start % HostBuffer.PageSize != 0 || hole.Length % HostBuffer.PageSize != 0 || hole.Length == 0)
                throw new ArgumentException($"hole {hole} of region {name} is not one or more whole pages");
            var start = unchecked(hole.Start - region.Start);
            if (start < offset || !region.Contains(hole.Start, hole.Length))
                throw new ArgumentException($"hole {hole} of region {name} {region} is outside it or overlaps another hole");
            Add(pieces, region, offset, start);
            offset = start + hole.Length;
        }
        Add(pieces, region, offset, region.Length);
        return pieces.Count != 0 ? [.. pieces] : throw new ArgumentException($"the holes of region {name} leave nothing of it");
    }

    private static void Add(List<GuestRange> pieces, GuestRange region, ulong from, ulong to)
    {
        if (to != from)
            pieces.Add(new GuestRange(region.Start + from, to - from));
    }
}
