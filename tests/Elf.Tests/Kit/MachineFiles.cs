namespace Elf.Tests.Kit;

/// <summary>Programs, libraries and objects that happen to be installed where the tests run.</summary>
internal static class MachineFiles
{
    private static readonly string[] _directories = ["/usr/bin", "/usr/sbin", "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib/gcc"];

    /// <summary>
    /// 64-bit little-endian x86-64 files of the three types that are read, symbolic links left out; if there are more
    /// than the count, spread evenly over the directories.
    /// </summary>
    public static string[] Sample(long longest, int count)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var paths = _directories
            .Where(directory => Directory.Exists(directory) && new DirectoryInfo(directory).LinkTarget is null)
            .SelectMany(directory => Directory.EnumerateFiles(directory, "*", options))
            .Where(path => new FileInfo(path).Length <= longest && IsWanted(path))
            .Order(StringComparer.Ordinal)
            .ToArray();
        return [.. Enumerable.Range(0, Math.Min(count, paths.Length)).Select(i => paths[(int)((long)i * paths.Length / Math.Min(count, paths.Length))])];
    }

    private static bool IsWanted(string path)
    {
        Span<byte> head = stackalloc byte[20];
        try
        {
            using var stream = File.OpenRead(path);
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
                && head[..6].SequenceEqual("\u007fELF\u0002\u0001"u8)
                && head[16] is >= 1 and <= 3
                && head[18] == 62;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
