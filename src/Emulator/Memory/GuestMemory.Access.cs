using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Emulator;

// Reading and writing by the host.
public sealed unsafe partial class GuestMemory
{
    /// <summary>Reads the 8 bytes at any alignment and any place. False when the guest has not mapped them all.</summary>
    public bool TryReadWord(ulong address, out ulong value)
    {
        if (Find(address) is { HasHoles: false } region && region.TryReadWord(address, out value))
            return true;
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        var read = TryRead(address, bytes);
        value = read ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : 0;
        return read;
    }

    /// <summary>Writes 8 bytes at any alignment and any place. False, and nothing written, when the guest has not mapped them all.</summary>
    public bool TryWriteWord(ulong address, ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return TryWrite(address, bytes);
    }

    /// <summary>Reads from one or more adjoining regions. False, with an undefined destination, when the guest has not mapped all of it.</summary>
    public bool TryRead(ulong address, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (!TryPiece(address, destination.Length, out var region, out var count))
                return false;
            region.Slice(address, (ulong)count).CopyTo(destination);
            destination = destination[count..];
            address = unchecked(address + (ulong)count);
        }
        return true;
    }

    /// <summary>
    /// Writes to one or more adjoining regions, whatever their protection. False, and nothing written, when the guest has
    /// not mapped all of it. Translations of overwritten code are dropped; only the block that a running hook is in goes on
    /// as it was, unless the hook writes RIP.
    /// </summary>
    public bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        if (!IsMapped(address, source.Length))
            return false;
        while (!source.IsEmpty)
        {
            TryPiece(address, source.Length, out var region, out var count);
            source[..count].CopyTo(region!.Slice(address, (ulong)count));
            Forget(region, address, (ulong)count);
            source = source[count..];
            address = unchecked(address + (ulong)count);
        }
        return true;
    }

    /// <summary>Puts code or data where it must fit; drops translations as <see cref="TryWrite"/> does.</summary>
    /// <exception cref="ArgumentException">The guest has not mapped all of it.</exception>
    public void Write(ulong address, ReadOnlySpan<byte> source)
    {
        if (!TryWrite(address, source))
            throw new ArgumentException($"{new GuestRange(address, (ulong)source.Length)} is not all mapped", nameof(address));
    }

    private bool IsMapped(ulong address, int length)
    {
        while (length > 0)
        {
            if (!TryPiece(address, length, out _, out var count))
                return false;
            length -= count;
            address = unchecked(address + (ulong)count);
        }
        return true;
    }

    private bool TryPiece(ulong address, int length, [NotNullWhen(true)] out GuestRegion? region, out int count)
    {
        region = Find(address);
        count = 0;
        if (region is null)
            return false;
        foreach (var piece in region.Pieces)
        {
            if (!piece.Contains(address, 1))
                continue;
            count = (int)Math.Min((ulong)length, piece.Length - (address - piece.Start));
            return true;
        }
        return false;
    }
}
