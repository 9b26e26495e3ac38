using System.Globalization;
using System.Text;
using Elf;
using Undwarf;

namespace Objtool.Tables;

/// <summary>Tells the version of the table that a file holds.</summary>
public static class TableFormatDetection
{
    /// <summary>The section that names the layout of ORC rows, since 6.4.</summary>
    public const string OrcHeaderSection = ".orc_header";
    private const string VersionKey = "vermagic=";

    /// <summary>
    /// SHA-1 of the definitions that the rows of 6.4 and later are made by (b9f174c811e3). Another value is another
    /// layout, which is not known here.
    /// </summary>
    private static readonly byte[] _headerOf64 = Convert.FromHexString("fe5d32bf581bd63b2ca9a5c65ba5a625eab3fe24");

    /// <summary>What <see cref="OrcHeaderSection"/> holds in a file with rows of 6.4 and later.</summary>
    public static ReadOnlyMemory<byte> HeaderOf64 => _headerOf64;

    /// <summary>The version, or null when the file has no table.</summary>
    /// <exception cref="UndwarfFormatException">A table of a layout that is not known.</exception>
    public static TableFormat? Detect(ElfFile file)
    {
        if (file.FindSection(UndwarfV2Format.Extended.EntrySection) is not null)
            return UndwarfV2Format.Extended;
        if (file.FindSection(OrcFormat.Linux64.EntrySection) is not { } entries)
            return null;
        if (file.FindSection(OrcHeaderSection) is { } header)
        {
            return header.Contents.SequenceEqual(_headerOf64)
                ? OrcFormat.Linux64
                : throw new UndwarfFormatException($"{file.Name}: {OrcHeaderSection} names a layout of rows that is not known: {Convert.ToHexStringLower(header.Contents)}");
        }

        return FromKernelVersion(file) ?? FromRows(entries);
    }

    /// <summary>The version that modules of the kernel have that a module names; null for other files.</summary>
    public static TableFormat? FromKernelVersion(ElfFile file)
    {
        if (file.FindSection(".modinfo") is not { } modinfo)
            return null;
        foreach (var entry in Encoding.ASCII.GetString(modinfo.Contents).Split('\0'))
        {
            if (!entry.StartsWith(VersionKey, StringComparison.Ordinal))
                continue;
            var numbers = entry[VersionKey.Length..].Split('.', '-', ' ');
            if (numbers.Length < 2
                || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
            {
                return null;
            }

            return (major, minor) switch
            {
                ( > 6, _) or (6, >= 4) => OrcFormat.Linux64,
                (6, 3) => OrcFormat.Linux63,
                ( > 4, _) or (4, >= 18) => OrcFormat.Linux418,
                _ => OrcFormat.Linux414,
            };
        }

        return null;
    }

    /// <summary>
    /// A row with a base for the CFA has type CALL in any file, which is 0 before 6.4 and never since. The versions before
    /// 6.4 can't be told apart in files without register frames, and then need not be.
    /// </summary>
    private static OrcFormat FromRows(ElfSection entries)
    {
        const int EntrySize = 6;
        const int RegisterMask = 0xf;
        const int TypeMask = 7;
        var hasBase = false;
        for (var i = 0; i + EntrySize <= entries.Contents.Length; i += EntrySize)
        {
            var row = entries.Contents.Slice(i, EntrySize);
            if ((row[4] & RegisterMask) == 0)
                continue;
            hasBase = true;
            if ((row[5] & TypeMask) == 0)
                return OrcFormat.Linux418;
        }

        return hasBase ? OrcFormat.Linux64 : OrcFormat.Linux418;
    }
}
