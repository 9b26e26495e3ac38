using Elf;

namespace Harness.Loading.CallFrames;

/// <summary>Addresses for the sections of one file that is not loaded: all different, so that an address says which section it is in.</summary>
internal sealed class SectionLayout
{
    private readonly ulong[] _addresses;

    /// <summary>Linked files keep their addresses.</summary>
    public SectionLayout(ElfFile file)
    {
        _addresses = new ulong[file.Sections.Length];
        var cursor = GuestLayout.PageSize;
        foreach (var section in file.Sections)
        {
            if (file.Type != ElfFileType.Relocatable)
            {
                _addresses[section.Index] = section.Address;
            }
            else if (section.Flags.HasFlag(SectionFlags.Alloc))
            {
                if (section.Size > int.MaxValue)
                    throw section.FormatError($"a size of 0x{section.Size:x} bytes");
                _addresses[section.Index] = cursor;
                cursor = GuestLayout.AlignUp(cursor + section.Size + 1, GuestLayout.PageSize);
            }
        }
    }

    /// <summary>Where a section lies; 0 when it takes up no memory.</summary>
    public ulong AddressOf(ElfSection section) => _addresses[section.Index];
}
