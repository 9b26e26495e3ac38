using System.Runtime.InteropServices;
using Undwarf;

namespace Harness.Benchmarks;

/// <summary>What unwinds are measured on: one text, and stacks of one depth.</summary>
internal sealed class UnwindWorkload
{
    /// <summary>Stacks, each with other functions: more than caches hold the rows of.</summary>
    private const int StackCount = 2048;

    private const int AddressCount = 1 << 20;

    public UnwindWorkload(UnwindText text, int depth)
    {
        (Text, Depth) = (text, depth);
        Stacks = new UnwindStacks(text, depth, StackCount);
        FramePointerStacks = new UnwindStacks(text, depth, StackCount, withFramePointers: true);
        var random = new Random(1);
        Addresses = new uint[AddressCount];
        for (var i = 0; i < Addresses.Length; i++)
            Addresses[i] = (uint)random.NextInt64((long)(text.End - UnwindText.Begin));
    }

    public UnwindText Text { get; }

    /// <summary>Callers of each stack.</summary>
    public int Depth { get; }

    /// <summary>Of functions of all kinds.</summary>
    public UnwindStacks Stacks { get; }

    /// <summary>Of functions that set up rbp.</summary>
    public UnwindStacks FramePointerStacks { get; }

    /// <summary>Random places in the text, as offsets.</summary>
    public uint[] Addresses { get; }

    /// <summary>Writes it as bench/undwarf_step.c reads it.</summary>
    public void Write(string path)
    {
        using var file = File.Create(path);
        var table = Text.Table;
        ulong[] header =
        [
            (ulong)table.Count, (ulong)Stacks.Starts.Length, (ulong)Addresses.Length, UnwindText.Begin, Text.End - UnwindText.Begin,
            UnwindArena.Begin, (ulong)Stacks.Words.Length, Stacks.StackSize,
        ];
        file.Write(MemoryMarshal.AsBytes<ulong>(header));
        var (starts, entries) = (new uint[table.Count], new byte[8 * table.Count]);
        for (var i = 0; i < table.Count; i++)
        {
            starts[i] = (uint)(table.AddressOf(i) - UnwindText.Begin);
            UndwarfV2Format.Extended.Encode(table[i].Entry, entries.AsSpan(8 * i));
        }

        file.Write(MemoryMarshal.AsBytes<uint>(starts));
        file.Write(entries);
        file.Write(MemoryMarshal.AsBytes<ulong>(Stacks.Words));
        file.Write(MemoryMarshal.AsBytes<ulong>(Stacks.Starts.SelectMany(start => new[] { start.Ip, start.Sp, start.Bp }).ToArray()));
        file.Write(MemoryMarshal.AsBytes<uint>(Addresses));
    }
}
