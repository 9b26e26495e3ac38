using System.Runtime.InteropServices;

namespace Elf;

/// <summary>One input: its bytes and the name it goes by in messages. Every offset that a file states is tested here.</summary>
internal readonly record struct FileBytes(ReadOnlyMemory<byte> Memory, string Name)
{
    public ulong Length => (ulong)Memory.Length;

    /// <summary>Whether [offset, offset + size) lies in the file; no pair of values overflows.</summary>
    public bool Holds(ulong offset, ulong size) => offset <= Length && size <= Length - offset;

    /// <summary>The bytes [offset, offset + size), which the caller has tested with <see cref="Holds"/>.</summary>
    public ReadOnlyMemory<byte> Slice(ulong offset, ulong size) => Memory.Slice((int)offset, (int)size);

    /// <summary>The record at an offset that the caller has tested with <see cref="Holds"/>.</summary>
    public T Read<T>(ulong offset)
        where T : struct => MemoryMarshal.Read<T>(Memory.Span[(int)offset..]);

    /// <summary>Why a range that <see cref="Holds"/> refuses is wrong.</summary>
    public string FaultOf(ulong offset, ulong size) =>
        $"contents at 0x{offset:x}, 0x{size:x} bytes, reach beyond the end of the file at 0x{Length:x}";

    public ElfFormatException Error(string place, string reason) => new(Name, place, reason);
}
