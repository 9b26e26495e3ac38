using System.Buffers.Binary;
using System.IO.Compression;
using Harness.Toolchain;
using K4os.Compression.LZ4;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.LZMA;
using SharpCompress.Compressors.Xz;
using CompressionMode = SharpCompress.Compressors.CompressionMode;
using DecompressionStream = SharpCompress.Compressors.ZStandard.DecompressionStream;

namespace Harness.Kernels.Files;

/// <summary>The ways in which kernels and modules are compressed (init/Kconfig: KERNEL_GZIP and its siblings).</summary>
internal static class KernelCompression
{
    /// <summary>More than any kernel: what would become larger is refused while it is being decompressed.</summary>
    public const int MaximumSize = 256 << 20;

    private static readonly (string Name, byte[] Magic, Func<Stream, string, Stream> Open)[] _formats =
    [
        ("gzip", [0x1f, 0x8b], (input, _) => new GZipStream(input, System.IO.Compression.CompressionMode.Decompress)),
        ("bzip2", "BZh"u8.ToArray(), (input, _) => BZip2Stream.Create(input, CompressionMode.Decompress, false, false, false)),
        ("lzma", [0x5d, 0, 0], (input, _) => OpenLzma(input)),
        ("xz", [0xfd, .. "7zXZ\0"u8], (input, _) => new XZStream(input)),
        ("lzo", [0x89, .. "LZO"u8], OpenLzo),
        ("lz4", [0x02, 0x21, 0x4c, 0x18], (input, _) => OpenLegacyLz4(input)),
        ("zstd", [0x28, 0xb5, 0x2f, 0xfd], (input, _) => new DecompressionStream(input, 0, true, false)),
    ];

    /// <summary>What the first bytes say about how the rest is compressed; null when nothing known.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (name, magic, _) in _formats)
        {
            if (bytes.StartsWith(magic))
                return name;
        }

        return null;
    }

    /// <summary>The contents.</summary>
    /// <param name="format">As <see cref="NameOf"/> says.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="InputException">It does not hold together, or is too large.</exception>
    /// <exception cref="MissingPrerequisiteException">A program that decompresses it is not on this machine.</exception>
    public static byte[] Decompress(string format, ReadOnlyMemory<byte> bytes, string file)
    {
        try
        {
            using var input = new MemoryStream(bytes.ToArray(), writable: false);
            using var stream = Array.Find(_formats, known => known.Name == format).Open(input, file);
            return ReadAll(stream, file);
        }
        catch (Exception exception) when (exception is not (InputException or MissingPrerequisiteException or OutOfMemoryException))
        {
            // What a decompressor throws at damaged data depends on who wrote it.
            throw new InputException($"{file}: its {format} data does not hold together: {exception.Message}");
        }
    }

    private static byte[] ReadAll(Stream stream, string file)
    {
        using var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (output.Length + count > MaximumSize)
                throw new InputException($"{file}: decompresses to more than {MaximumSize >> 20} MiB");
            output.Write(buffer, 0, count);
        }

        return output.ToArray();
    }

    /// <summary>The old format of one stream: 5 bytes of properties, the size, the data.</summary>
    private static LzmaStream OpenLzma(Stream input)
    {
        var header = new byte[13];
        input.ReadExactly(header);
        var size = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(5));
        return LzmaStream.Create(header[..5], input, -1, size, leaveOpen: false);
    }

    /// <summary>Blocks of up to 8 MiB, each with its compressed size (lz4's "legacy frame").</summary>
    private static MemoryStream OpenLegacyLz4(Stream input)
    {
        const int BlockSize = 8 << 20;
        var output = new MemoryStream();
        var block = new byte[BlockSize];
        var length = new byte[4];
        input.ReadExactly(length);
        while (input.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) == length.Length)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(length);
            if (size <= 0 || size > input.Length - input.Position)
                throw new InvalidDataException($"a block of {unchecked((uint)size)} bytes, where {input.Length - input.Position} are left");
            var compressed = new byte[size];
            input.ReadExactly(compressed);
            var count = LZ4Codec.Decode(compressed, block);
            if (count < 0 || output.Length + count > MaximumSize)
                throw new InvalidDataException(count < 0 ? "a damaged block" : "too large");
            output.Write(block, 0, count);
        }

        output.Position = 0;
        return output;
    }

    /// <summary>No library that can be restored has LZO.</summary>
    private static MemoryStream OpenLzo(Stream input, string file)
    {
        var folder = Directory.CreateTempSubdirectory("harness-lzo-");
        try
        {
            var (compressed, plain) = (Path.Combine(folder.FullName, "kernel.lzo"), Path.Combine(folder.FullName, "kernel"));
            using (var copy = File.Create(compressed))
                input.CopyTo(copy);
            var (succeeded, errors) = ExternalTool.Run("lzop", "lzop", ["-d", "-q", "-f", "-o", plain, compressed]);
            return succeeded ? new MemoryStream(File.ReadAllBytes(plain)) : throw new InputException($"{file}: lzop says: {errors.Trim()}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
