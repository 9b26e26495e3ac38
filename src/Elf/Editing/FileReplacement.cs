namespace Elf;

/// <summary>Replaces a file's content in one step, as seen by anyone who opens it.</summary>
internal static class FileReplacement
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Resolve(path);
        // In the same directory, because a rename works only within one file system.
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            WriteTemporary(temporary, content, ModeOf(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The file itself: renaming over a symbolic link would replace the link.</summary>
    private static string Resolve(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static UnixFileMode? ModeOf(string target) =>
        OperatingSystem.IsWindows() || !File.Exists(target) ? null : File.GetUnixFileMode(target);

    private static void WriteTemporary(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is { } createMode && !OperatingSystem.IsWindows())
            options.UnixCreateMode = createMode;
        using var stream = new FileStream(path, options);
        stream.Write(content);
        // Once more, because the umask has cut the mode given at creation.
        if (mode is { } finalMode && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(stream.SafeFileHandle, finalMode);
    }
}
