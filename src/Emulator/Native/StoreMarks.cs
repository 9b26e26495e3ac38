using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Emulator.Native;

/// <summary>
/// Unicorn 2.0.1 sends each guest store through a function that looks for translated code in the page, some 67 ns: its cache of
/// addresses marks every page so, and nothing ever takes the mark away (2.1.0 does). For pages that can't hold code it is
/// taken away here.
/// </summary>
/// <remarks>
/// The cache lies right before CPUX86State: for each of the CPU's modes {mask, table}, the table of entries {read, write, code:
/// page and marks; host minus guest address}. Where exactly is found out with a page that was just stored to, and believed only
/// if stores go on to arrive in memory without the mark (<see cref="Boot"/>).
/// </remarks>
internal readonly unsafe struct StoreMarks
{
    /// <summary>QEMU's TLB_NOTDIRTY.</summary>
    private const ulong Mark = 1 << 10;

    private const int Window = 512;
    private const int EntryBits = 5;
    private const int WriteWord = 1;
    private const int HostWord = 3;
    private const int PageBits = 12;
    private const ulong SmallestMask = (1 << 6) - 1 << EntryBits;
    private const ulong LargestMask = (1 << 22) - 1 << EntryBits;
    private const ulong LowestPointer = 0x10000;

    // The same for every engine of this process, once one has proved it.
    private static int _found;

    private readonly Descriptor* _descriptor;

    private StoreMarks(Descriptor* descriptor) => _descriptor = descriptor;

    private readonly record struct Descriptor(ulong Mask, ulong Table);

    /// <summary>Were they found? Nothing else may be called otherwise.</summary>
    public bool IsKnown => _descriptor != null;

    /// <summary>Finds the cache of the mode that the CPU is in.</summary>
    /// <param name="state">CPUX86State.</param>
    /// <param name="address">An address that guest code has just stored to.</param>
    /// <param name="host">Where that is in the host's memory.</param>
    public static StoreMarks Find(byte* state, ulong address, byte* host)
    {
        try
        {
            using var memory = File.OpenHandle("/proc/self/mem");
            var offset = Volatile.Read(ref _found);
            if (offset != 0)
                return IsAt(memory, state - offset, address, host) ? new StoreMarks((Descriptor*)(state - offset)) : default;
            for (offset = sizeof(Descriptor); offset <= Window; offset += sizeof(ulong))
            {
                if (!IsAt(memory, state - offset, address, host))
                    continue;
                Volatile.Write(ref _found, offset);
                return new StoreMarks((Descriptor*)(state - offset));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default; // no /proc, or before the state is nothing: stores stay slow
        }

        return default;
    }

    /// <summary>Does the page have a mark?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(ulong page) => *WriteOf(page) == (page | Mark);

    /// <summary>Takes away the mark that the page has; it must not hold code.</summary>
    public void Remove(ulong page) => *WriteOf(page) = page;

    /// <summary>Is the page in the cache, without a mark?</summary>
    public bool IsFree(ulong page) => *WriteOf(page) == page;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* WriteOf(ulong page) => (ulong*)(_descriptor->Table + (page >> PageBits << EntryBits & _descriptor->Mask)) + WriteWord;

    // Through /proc/self/mem, which answers an unmapped address with an error where a load would end the process.
    private static bool IsAt(SafeFileHandle memory, byte* place, ulong address, byte* host)
    {
        Span<ulong> words = stackalloc ulong[1 << EntryBits - 3];
        if (!TryRead(memory, (ulong)place, words[..(sizeof(Descriptor) / sizeof(ulong))]))
            return false;
        var (mask, table) = (words[0], words[1]);
        if (mask is < SmallestMask or > LargestMask || !BitOperations.IsPow2(mask + (1 << EntryBits)) || table < LowestPointer || table % sizeof(ulong) != 0)
            return false;
        return TryRead(memory, table + (address >> PageBits << EntryBits & mask), words)
            && words[WriteWord] == (address >> PageBits << PageBits | Mark) && unchecked(words[HostWord] + address) == (ulong)host;
    }

    private static bool TryRead(SafeFileHandle memory, ulong address, Span<ulong> words)
    {
        if (address > long.MaxValue)
            return false;
        try
        {
            var bytes = MemoryMarshal.AsBytes(words);
            return RandomAccess.Read(memory, bytes, (long)address) == bytes.Length;
        }
        catch (IOException)
        {
            return false; // not mapped: not a pointer
        }
    }
}
