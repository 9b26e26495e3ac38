using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Emulator.Native;

namespace Emulator;

/// <summary>
/// A named run of guest pages and the one host buffer behind it. Made by <see cref="GuestMemory.Map"/>.
/// </summary>
/// <remarks>
/// Holes are pages which the buffer has and the guest does not: guard pages. So a whole area of stacks with guards between
/// them is one buffer, and a word anywhere in it is one comparison and one load away.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Its GuestMemory releases it.")]
public sealed unsafe class GuestRegion
{
    private readonly HostBuffer _buffer;
    private readonly GuestRange[] _pieces;
    private byte* _host;
    private ulong _wordEnd;

    internal GuestRegion(string name, GuestRange range, GuestProtection protection, GuestRange[] pieces)
    {
        Name = name;
        Range = range;
        Protection = protection;
        _pieces = pieces;
        _buffer = new HostBuffer((nuint)range.Length);
        _host = _buffer.Pointer;
        _wordEnd = range.Length - (sizeof(ulong) - 1);
    }

    /// <summary>What the region is called in messages.</summary>
    public string Name { get; }

    /// <summary>All addresses of the region, holes included.</summary>
    public GuestRange Range { get; }

    /// <summary>The first address, page-aligned.</summary>
    public ulong Base => Range.Start;

    /// <summary>Bytes, a multiple of 4096, holes included.</summary>
    public ulong Size => Range.Length;

    /// <summary>What guest code may do here. The host may always read and write.</summary>
    public GuestProtection Protection { get; }

    /// <summary>Whether some pages are not mapped in the guest.</summary>
    public bool HasHoles => _pieces.Length != 1 || _pieces[0] != Range;

    /// <summary>The parts that the guest sees, in ascending order.</summary>
    public IReadOnlyList<GuestRange> MappedPieces => _pieces;

    /// <summary>
    /// The host buffer, holes included; empty once unmapped. Don't keep it past that. After writing text through it, call
    /// <see cref="GuestMemory.DropTranslations"/>.
    /// </summary>
    public Span<byte> Bytes => _host is null ? [] : new Span<byte>(_host, (int)Size);

    /// <summary>
    /// Reads the 8 bytes at any alignment. False when not all of them are in the region, or it was unmapped. A hole reads as
    /// what the host buffer has there, normally zero: keep within the bounds of the stack in question.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadWord(ulong address, out ulong value)
    {
        var offset = unchecked(address - Base);
        if (offset >= _wordEnd)
        {
            value = 0;
            return false;
        }
        value = Unsafe.ReadUnaligned<ulong>(_host + offset);
        return true;
    }

    /// <summary>Whether the guest has all of these bytes mapped: in the region and in no hole.</summary>
    public bool IsMapped(ulong address, ulong length)
    {
        foreach (var piece in _pieces)
        {
            if (piece.Contains(address, length))
                return true;
        }
        return false;
    }

    internal ReadOnlySpan<GuestRange> Pieces => _pieces;

    internal Span<byte> Slice(ulong address, ulong length) => Bytes.Slice((int)(address - Base), (int)length);

    internal byte* HostPointer(ulong address) => _host + (address - Base);

    /// <summary>Frees the buffer; from here on every read fails.</summary>
    internal void Release()
    {
        _wordEnd = 0;
        _host = null;
        _buffer.Dispose();
    }
}
