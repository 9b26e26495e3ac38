using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Emulator.Native;

/// <summary>
/// Finds CPUX86State inside an engine, so that reading a register is a load. Nothing is assumed of the library's build:
/// random values are written through the library and looked for behind each pointer in the engine's own structure; then
/// other values are written, and the place must show those too.
/// </summary>
internal static unsafe class StateLocator
{
    private const int EngineWindow = 4096;
    private const int CpuWindow = 64 * 1024;
    private const long LowestPointer = 0x10000;

    // The same for every engine of this process, once one has proved it.
    private static Place? _found;

    /// <summary>The state, or null when it can't be found; registers are as before.</summary>
    public static byte* Locate(Engine engine)
    {
        Span<ulong> saved = stackalloc ulong[GprFile.Count];
        ReadAll(engine, saved);
        try
        {
            if ((Volatile.Read(ref _found) ?? Scan(engine)) is not { } place)
                return null;
            var state = *(byte**)(engine.Raw + place.PointerOffset) + place.StateOffset;
            if (!ShowsWhatIsWritten(engine, state))
                return null;
            Volatile.Write(ref _found, place);
            return state;
        }
        finally
        {
            WriteAll(engine, saved);
        }
    }

    // Through /proc/self/mem, which answers an unmapped address with an error where a load would end the process.
    private static Place? Scan(Engine engine)
    {
        Span<ulong> pattern = stackalloc ulong[GprFile.Count];
        Random.Shared.NextBytes(MemoryMarshal.AsBytes(pattern));
        WriteAll(engine, pattern);
        try
        {
            using var memory = File.OpenHandle("/proc/self/mem");
            Span<byte> structure = new byte[EngineWindow];
            var window = new byte[CpuWindow];
            structure = structure[..RandomAccess.Read(memory, structure, engine.Raw)];
            for (var offset = 0; offset + sizeof(long) <= structure.Length; offset += sizeof(long))
            {
                var pointer = BinaryPrimitives.ReadInt64LittleEndian(structure[offset..]);
                if (pointer < LowestPointer || pointer % sizeof(long) != 0 || !TryRead(memory, pointer, window, out var count))
                    continue;
                var at = window.AsSpan(0, count).IndexOf(MemoryMarshal.AsBytes(pattern));
                if (at >= 0 && at % sizeof(ulong) == 0)
                    return new Place(offset, at);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // no /proc: the library's own calls do
        }
        return null;
    }

    private static bool TryRead(SafeFileHandle memory, long address, Span<byte> destination, out int count)
    {
        try
        {
            count = RandomAccess.Read(memory, destination, address);
            return true;
        }
        catch (IOException)
        {
            count = 0; // not mapped: not a pointer
            return false;
        }
    }

    private static bool ShowsWhatIsWritten(Engine engine, byte* state)
    {
        Span<ulong> values = stackalloc ulong[GprFile.Count];
        Random.Shared.NextBytes(MemoryMarshal.AsBytes(values));
        WriteAll(engine, values);
        return values.SequenceEqual(new ReadOnlySpan<ulong>(state, GprFile.Count));
    }

    private static void ReadAll(Engine engine, Span<ulong> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = engine.Read(GprNumbers.Of((Gpr)i));
    }

    private static void WriteAll(Engine engine, ReadOnlySpan<ulong> values)
    {
        for (var i = 0; i < values.Length; i++)
            engine.Write(GprNumbers.Of((Gpr)i), values[i]);
    }

    /// <summary>The state is at <c>*(engine + PointerOffset) + StateOffset</c>.</summary>
    private sealed record Place(int PointerOffset, int StateOffset);
}
