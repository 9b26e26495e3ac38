namespace Elf;

/// <summary>
/// The bytes are not an x86-64 ELF file that follows the ABI, or lack what an operation needs. The only exception thrown
/// for the sake of a file's content; the message is one line and reads "file: place: reason".
/// </summary>
public sealed class ElfFormatException : Exception
{
    public ElfFormatException(string file, string place, string reason)
        : base($"{file}: {place}: {reason}")
    {
        File = file;
        Place = place;
        Reason = reason;
    }

    /// <summary>The name the file was read under.</summary>
    public string File { get; }

    /// <summary>The structure that is wrong and where it is, offsets in hexadecimal.</summary>
    public string Place { get; }

    /// <summary>What was found there and, where it helps, what was expected.</summary>
    public string Reason { get; }
}
