using System.Buffers;
using System.Text;

namespace Elf;

/// <summary>Appends names to a string table. What was there keeps its place, so all older offsets stay right.</summary>
internal sealed class StringTableBuilder
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Dictionary<string, uint> _offsets = [];

    /// <param name="existing">A table that ends in NUL, or nothing to start a new one.</param>
    /// <exception cref="ArgumentException">The last string has no end: a name appended to it would become part of it.</exception>
    public StringTableBuilder(ReadOnlySpan<byte> existing)
    {
        if (existing is [.., not 0])
            throw new ArgumentException("the last string is not terminated", nameof(existing));
        _bytes.Write(existing.IsEmpty ? "\0"u8 : existing);
    }

    public ReadOnlyMemory<byte> Contents => _bytes.WrittenMemory;

    /// <summary>The offset of a name, appended unless this builder has appended it before. The empty name is at 0.</summary>
    /// <exception cref="ArgumentException">The name holds a NUL.</exception>
    public uint Add(string name)
    {
        if (name.Contains('\0'))
            throw new ArgumentException("a name in a string table can't hold a NUL", nameof(name));
        if (name.Length == 0)
            return 0;
        if (_offsets.TryGetValue(name, out var known))
            return known;

        var offset = (uint)_bytes.WrittenCount;
        Encoding.UTF8.GetBytes(name, _bytes);
        _bytes.Write("\0"u8);
        _offsets.Add(name, offset);
        return offset;
    }
}
