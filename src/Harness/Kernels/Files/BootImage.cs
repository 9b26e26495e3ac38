using System.Buffers.Binary;

namespace Harness.Kernels.Files;

/// <summary>A vmlinuz for x86: boot code, and behind it the kernel, compressed (Documentation/arch/x86/boot.rst).</summary>
internal static class BootImage
{
    private const int SectorSize = 512;
    private const int SetupSectors = 0x1f1;
    private const int Signature = 0x202;
    private const int Version = 0x206;
    private const int PayloadOffset = 0x248;
    private const int PayloadLength = 0x24c;

    /// <summary>The boot protocol, 2.08, since which the header says where the kernel lies (Linux 2.6.26).</summary>
    private const int VersionWithPayload = 0x208;

    /// <summary>Behind all but gzip's data: how large it becomes.</summary>
    private const int SizeSuffix = 4;

    /// <summary>Is it one?</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.Length > PayloadLength + 4 && bytes[Signature..].StartsWith("HdrS"u8);

    /// <summary>The compressed kernel in it.</summary>
    /// <exception cref="InputException">The header contradicts the file.</exception>
    public static ReadOnlyMemory<byte> PayloadOf(ReadOnlyMemory<byte> bytes, string file)
    {
        var header = bytes.Span;
        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[Version..]);
        if (version < VersionWithPayload)
            throw new InputException($"{file}: boot protocol {version >> 8}.{version & 0xff:d2}, which does not say where the kernel lies; 2.08 does");
        var sectors = header[SetupSectors] == 0 ? 4 : header[SetupSectors];
        var begin = ((ulong)sectors + 1) * SectorSize + BinaryPrimitives.ReadUInt32LittleEndian(header[PayloadOffset..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header[PayloadLength..]);
        if (begin > (ulong)bytes.Length || length > (ulong)bytes.Length - begin)
            throw new InputException($"{file}: its header puts the kernel at 0x{begin:x}, 0x{length:x} bytes, but the file has 0x{bytes.Length:x}: truncated?");
        var payload = bytes.Slice((int)begin, (int)length);
        return KernelCompression.NameOf(payload.Span) is not (null or "gzip") && payload.Length > SizeSuffix ? payload[..^SizeSuffix] : payload;
    }
}
