using System.Collections.Immutable;

namespace Elf;

/// <summary>Reads and verifies the program header table.</summary>
internal static class SegmentReader
{
    public static ImmutableArray<ElfSegment> Read(FileBytes bytes, in HeaderTables tables)
    {
        var segments = ImmutableArray.CreateBuilder<ElfSegment>(tables.SegmentCount);
        for (var i = 0; i < tables.SegmentCount; i++)
        {
            var at = tables.SegmentsOffset + ((ulong)i * ElfSegment.ByteSize);
            var segment = bytes.Read<ElfSegment>(at);
            if (Fault(bytes, segment) is { } fault)
                throw bytes.Error($"program header {i} (0x{at:x})", fault);
            segments.Add(segment);
        }

        return segments.MoveToImmutable();
    }

    private static string? Fault(FileBytes bytes, in ElfSegment segment)
    {
        if (segment.Type == SegmentType.Null)
            return null;
        if (!bytes.Holds(segment.Offset, segment.FileSize))
            return bytes.FaultOf(segment.Offset, segment.FileSize);
        if (segment.Type == SegmentType.Load && segment.FileSize > segment.MemorySize)
            return $"0x{segment.FileSize:x} bytes in the file but only 0x{segment.MemorySize:x} in memory";
        return null;
    }
}
