using System.Buffers.Binary;

namespace Emulator;

/// <summary>The global descriptor table that <see cref="Selector"/> indexes (SDM vol. 3, 3.4.5 and 7.2.3).</summary>
internal static class SegmentDescriptors
{
    /// <summary>Bytes: up to the end of the task state's descriptor, which is two entries long.</summary>
    public const int TableSize = Selector.TaskState + 16;

    // Present, flat, accessed; code readable with L, data writable. DPL is bits 45 and 46.
    private const ulong Code = 0x00af_9b00_0000_ffff;
    private const ulong Data = 0x00cf_9300_0000_ffff;
    private const ulong Privilege3 = 3UL << 45;

    // Present, type 9: 64-bit TSS, available.
    private const ulong TaskState = 0x89UL << 40;

    public static void Write(Span<byte> table, ulong taskState, ushort taskStateLimit)
    {
        Set(table, Selector.KernelCode, Code);
        Set(table, Selector.KernelData, Data);
        Set(table, Selector.UserData, Data | Privilege3);
        Set(table, Selector.UserCode, Code | Privilege3);
        Set(table, Selector.TaskState, TaskState | taskStateLimit | (taskState & 0xff_ffff) << 16 | (taskState >> 24 & 0xff) << 56);
        Set(table, Selector.TaskState + 8, taskState >> 32);
    }

    private static void Set(Span<byte> table, int selector, ulong descriptor) =>
        BinaryPrimitives.WriteUInt64LittleEndian(table[(selector & ~7)..], descriptor);
}
