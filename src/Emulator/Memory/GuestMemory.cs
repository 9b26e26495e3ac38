using Emulator.Native;

namespace Emulator;

/// <summary>
/// The guest's address space: a few regions, each in a host buffer of ours that the guest uses in place. There is no paging;
/// addresses are what the program says, kernel addresses included.
/// </summary>
/// <remarks>
/// The host may write where the guest may not. Its reads and writes here, unlike <see cref="GuestRegion.TryReadWord"/>,
/// treat holes as what they are for the guest: nothing.
/// </remarks>
public sealed unsafe partial class GuestMemory
{
    private const ulong LargestRegion = 1UL << 30;

    private readonly Engine _engine;
    private readonly List<GuestRegion> _regions = [];
    private GuestRegion? _lastHit;

    internal GuestMemory(Engine engine) => _engine = engine;

    /// <summary>All regions, in ascending order.</summary>
    public IReadOnlyList<GuestRegion> Regions => _regions;

    /// <summary>Maps zeroed memory.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="address">The first address: a multiple of 4096, canonical or not.</param>
    /// <param name="size">Bytes: a multiple of 4096, at most 1 GiB. The region may end with the address space.</param>
    /// <param name="protection">What guest code may do. Give Execute to known text only, and leave 16 bytes of padding after
    /// its last instruction: a block of code that runs off the end of a region faults before its first instruction.</param>
    /// <param name="holes">Page ranges inside the region that the guest shall not see; in any order, not overlapping.</param>
    /// <exception cref="ArgumentException">Misaligned, empty, too large, past the end of the address space, overlapping a
    /// region, or holes that are not inside or leave nothing.</exception>
    public GuestRegion Map(string name, ulong address, ulong size, GuestProtection protection, params ReadOnlySpan<GuestRange> holes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var range = new GuestRange(address, size);
        CheckPlace(name, range);
        var region = new GuestRegion(name, range, protection, MappedPieces.Of(name, range, holes));
        var mapped = 0;
        try
        {
            for (; mapped < region.MappedPieces.Count; mapped++)
            {
                var piece = region.MappedPieces[mapped];
                _engine.Map(piece.Start, (nuint)piece.Length, protection, region.HostPointer(piece.Start));
            }
        }
        catch
        {
            foreach (var piece in region.MappedPieces.Take(mapped))
                _engine.Unmap(piece.Start, (nuint)piece.Length);
            region.Release();
            throw;
        }
        var index = _regions.FindIndex(other => other.Base > address);
        _regions.Insert(index < 0 ? _regions.Count : index, region);
        return region;
    }

    /// <summary>Unmaps a region and frees its buffer. Not from inside a run.</summary>
    /// <exception cref="ArgumentException">The region is not of this memory, or was unmapped before.</exception>
    public void Unmap(GuestRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (!_regions.Contains(region))
            throw new ArgumentException($"region {region.Name} is not mapped", nameof(region));
        if (IsRunning)
            throw new InvalidOperationException("a region cannot be unmapped while the guest runs");
        foreach (var piece in region.Pieces)
        {
            Forget(region, piece.Start, piece.Length);
            _engine.Unmap(piece.Start, (nuint)piece.Length);
        }
        _regions.Remove(region);
        _lastHit = null;
        region.Release();
    }

    /// <summary>The region of an address, holes included, or null.</summary>
    public GuestRegion? Find(ulong address)
    {
        if (_lastHit is { } hit && hit.Range.Contains(address, 1))
            return hit;
        foreach (var region in _regions)
        {
            if (region.Range.Contains(address, 1))
                return _lastHit = region;
        }
        return null;
    }

    /// <summary>
    /// Drops what was translated from the executable part of a range. Needed only after text was changed through
    /// <see cref="GuestRegion.Bytes"/>; the guest's own writes and the writes here do it themselves.
    /// </summary>
    public void DropTranslations(GuestRange range)
    {
        foreach (var region in _regions)
        {
            foreach (var piece in region.Pieces)
            {
                if (!piece.Overlaps(range))
                    continue;
                var skip = piece.Contains(range.Start, 0) ? range.Start - piece.Start : 0;
                var start = piece.Start + skip;
                Forget(region, start, Math.Min(piece.Length - skip, unchecked(range.Start + range.Length - start)));
            }
        }
    }

    /// <summary>Whether guest code is on the stack of this thread, that is, a hook is active.</summary>
    internal bool IsRunning { get; set; }

    internal bool IsWritable(ulong address, ulong length) =>
        Find(address) is { } region && (region.Protection & GuestProtection.Write) != 0 && region.IsMapped(address, length);

    internal void ReleaseAll()
    {
        foreach (var region in _regions)
            region.Release();
        _regions.Clear();
        _lastHit = null;
    }

    private void Forget(GuestRegion region, ulong address, ulong length)
    {
        if ((region.Protection & GuestProtection.Execute) != 0)
            _engine.DropTranslations(address, length);
    }

    private void CheckPlace(string name, GuestRange range)
    {
        if (range.Start % HostBuffer.PageSize != 0 || range.Length % HostBuffer.PageSize != 0)
            throw new ArgumentException($"region {name} {range}: address and size must be multiples of {HostBuffer.PageSize}");
        if (range.Length is 0 or > LargestRegion)
            throw new ArgumentException($"region {name}: its size must be from one page to 1 GiB, not 0x{range.Length:x} bytes");
        if (unchecked(range.Start + (range.Length - 1)) < range.Start)
            throw new ArgumentException($"region {name} {range} goes past the end of the address space");
        if (_regions.FirstOrDefault(other => other.Range.Overlaps(range)) is { } taken)
            throw new ArgumentException($"region {name} {range} overlaps region {taken.Name} {taken.Range}");
    }
}
