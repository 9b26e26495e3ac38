using System.Text;
using Elf;

namespace Harness.Loading;

/// <summary>Files that a command line names.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InputException">It can't be read; the message begins with its name.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
            throw new InputException($"{path}: is a directory");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            throw new InputException($"{path}: no such file");
        }
        catch (DirectoryNotFoundException)
        {
            throw new InputException($"{path}: no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException($"{path}: permission denied");
        }
    }

    /// <summary>The lines of a text.</summary>
    /// <exception cref="InputException">It can't be read.</exception>
    public static IEnumerable<string> ReadLines(string path) => Encoding.UTF8.GetString(Read(path)).Split('\n');

    /// <summary>A file as ELF.</summary>
    /// <exception cref="InputException">It can't be read.</exception>
    /// <exception cref="ElfFormatException">It is something else.</exception>
    public static ElfFile ReadElf(string path) => ElfFile.Read(Read(path), path);
}
