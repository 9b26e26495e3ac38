using System.Buffers.Binary;
using Elf;
using Harness.Kernels.Files;
using Harness.Tests.Kit;

namespace Harness.Tests.Kernels;

/// <summary>Kernels are read in every form that they are shipped in, and anything else is refused in one line.</summary>
public sealed class KernelFileTests
{
    /// <summary>The program, as the kernel's build calls it, and the Debian package that has it.</summary>
    public static TheoryData<string, string> Compressions => new()
    {
        { "gzip", "-n -f -9 -c" },
        { "bzip2", "-9 -c" },
        { "lzma", "-9 -c" },
        { "xz", "--check=crc32 --x86 --lzma2=dict=8MiB -c" },
        { "lzop", "-9 -c" },
        { "lz4", "-l -9 -c" },
        { "zstd", "-19 -q -c" },
    };

    [Theory]
    [MemberData(nameof(Compressions))]
    public void Compressed_IsReadAsThePlainFile(string program, string options)
    {
        using var kernel = new SmallKernel();
        var compressed = kernel.Compress(program, options);
        Assert.Equal(kernel.Plain, KernelFile.ReadKernel(kernel.Write("vmlinux.packed", compressed)).Bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public void Vmlinuz_IsReadAsThePlainFile(string program, string options)
    {
        using var kernel = new SmallKernel();
        var compressed = kernel.Compress(program, options);
        // The kernel's build puts the size behind all but gzip's data.
        byte[] payload = program == "gzip" ? compressed : [.. compressed, .. BitConverter.GetBytes(kernel.Plain.Length)];
        Assert.Equal(kernel.Plain, KernelFile.ReadKernel(kernel.Write("vmlinuz", SmallKernel.BootImage(payload))).Bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public void Damaged_IsOneClearError(string program, string options)
    {
        using var kernel = new SmallKernel();
        var compressed = kernel.Compress(program, options);
        foreach (var length in new[] { 3, 7, 20, compressed.Length / 3, compressed.Length / 2 })
            AssertRefused(kernel.Write("cut", compressed.AsSpan(0, length)));
        for (var place = 8; place < compressed.Length; place += Math.Max(1, compressed.Length / 20))
        {
            var damaged = (byte[])compressed.Clone();
            damaged[place] ^= 0x5a;
            TryRead(kernel.Write("damaged", damaged));
        }
    }

    [Fact]
    public void TruncatedVmlinuz_SaysWhereTheKernelShouldBe()
    {
        using var kernel = new SmallKernel();
        var image = SmallKernel.BootImage(kernel.Plain);
        var path = kernel.Write("vmlinuz", image.AsSpan(0, image.Length / 2));
        Assert.StartsWith($"{path}: its header puts the kernel at 0x2600, ", AssertRefused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_IsRefused()
    {
        using var kernel = new SmallKernel();
        var path = kernel.Write("garbage", "hello"u8);
        Assert.Equal($"{path}: it is neither an ELF file, nor compressed in a known way, nor a vmlinuz", AssertRefused(path));
        path = kernel.Write("vmlinuz", SmallKernel.BootImage("hello"u8));
        Assert.Equal($"{path}: the kernel in it is neither an ELF file, nor compressed in a known way, nor a vmlinuz", AssertRefused(path));
    }

    [Fact]
    public void OtherKindsOfElfFile_AreRefused()
    {
        using var kernel = new SmallKernel();
        var module = kernel.Object;
        Assert.Equal($"{module}: an ELF file of type Relocatable; a kernel is a linked one", Assert.Throws<InputException>(() => KernelFile.ReadKernel(module)).Message);
        var linked = kernel.Write("vmlinux", kernel.Plain);
        Assert.Equal($"{linked}: an ELF file of type Executable; a module is a relocatable one", Assert.Throws<InputException>(() => KernelFile.ReadModule(linked)).Message);
    }

    private static string AssertRefused(string path)
    {
        var message = TryRead(path);
        Assert.NotNull(message);
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        return message;
    }

    /// <summary>Null when it was read; no other exception may come out.</summary>
    private static string? TryRead(string path)
    {
        try
        {
            KernelFile.ReadKernel(path);
            return null;
        }
        catch (Exception exception) when (exception is InputException or ElfFormatException)
        {
            return exception.Message;
        }
    }

    /// <summary>A linked file, as small as one is.</summary>
    private sealed class SmallKernel : IDisposable
    {
        private readonly LinkedProgram _program = new LinkedProgram().Fixture("functions/leaf");

        public SmallKernel() => Plain = File.ReadAllBytes(_program.Link("vmlinux.plain", script: null, "-e", "main", "-Ttext=0xffffffff81000000"));

        public byte[] Plain { get; }

        public string Object => _program.Objects[0];

        public string Write(string name, ReadOnlySpan<byte> bytes)
        {
            File.WriteAllBytes(_program[name], bytes);
            return _program[name];
        }

        public byte[] Compress(string program, string options)
        {
            Programs.Require(program);
            var packed = _program["packed"];
            Programs.Run("sh", "-c", $"{program} {options} < '{Write("plain", Plain)}' > '{packed}'");
            return File.ReadAllBytes(packed);
        }

        /// <summary>As arch/x86/boot/header.S lays it out, with 17 sectors of boot code and 0x200 bytes before the payload.</summary>
        public static byte[] BootImage(ReadOnlySpan<byte> payload)
        {
            const byte Sectors = 17;
            const int Offset = 0x200;
            var image = new byte[((Sectors + 1) * 512) + Offset + payload.Length];
            image[0x1f1] = Sectors;
            "HdrS"u8.CopyTo(image.AsSpan(0x202));
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(0x206), 0x20f);
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(0x248), Offset);
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(0x24c), payload.Length);
            payload.CopyTo(image.AsSpan(((Sectors + 1) * 512) + Offset));
            return image;
        }

        public void Dispose() => _program.Dispose();
    }
}
