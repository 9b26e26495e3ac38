using Elf;

namespace Harness.Loading;

/// <summary>
/// Gives every section of the image an address. Sections of object files are put together by class, in the order of the
/// files; linked files stay where they were linked to, and the object files follow behind them.
/// </summary>
internal sealed class SectionPlacer(IReadOnlyList<LoadedObject> objects)
{
    /// <summary>More than any image that is meant to run here.</summary>
    private const ulong MaximumSize = 256 << 20;

    private const ulong WordSize = 8;

    private static readonly SectionClass[] _kernelOrder = [SectionClass.Text, SectionClass.ReadOnlyData, SectionClass.Data];
    private static readonly SectionClass[] _userOrder = [SectionClass.UserText, SectionClass.UserData];

    private ulong _size;
    private ulong _gotSlots;

    /// <summary>Where the slots for addresses begin that PIC code loads; see <see cref="ReserveGotSlots"/>.</summary>
    public ulong GotBegin { get; private set; }

    /// <summary>Asks for room for addresses that PIC code loads.</summary>
    public void ReserveGotSlots(int count) => _gotSlots += (ulong)count;

    /// <exception cref="InputException">An image too large to be meant.</exception>
    public void Place()
    {
        var begin = GuestLayout.KernelImage;
        ulong? perCpuEnd = null;
        foreach (var linked in objects.Where(loaded => loaded.File.Type != ElfFileType.Relocatable))
        {
            foreach (var section in linked.AllocatedSections)
            {
                Count(section.Size, linked);
                RefuseReserved(section, linked);
                linked.Place(section, section.Address);
                if (SectionClasses.IsPerCpu(section) && section.Address < GuestLayout.UserImage)
                    perCpuEnd = EndOf(section.Address, section.Size, linked);
                begin = Math.Max(begin == GuestLayout.KernelImage ? 0 : begin, EndOf(section.Address, section.Size, linked));
            }
        }

        if (perCpuEnd is { } behind)
            PlacePerCpu(behind);
        PlaceClasses(_kernelOrder, GuestLayout.AlignUp(begin, GuestLayout.PageSize), withCommon: true);
        PlaceClasses(_userOrder, GuestLayout.UserImage, withCommon: false);
    }

    /// <summary>The per-CPU data of modules follows the kernel's: their addresses are offsets too.</summary>
    private void PlacePerCpu(ulong cursor)
    {
        foreach (var loaded in objects.Where(loaded => loaded.File.Type == ElfFileType.Relocatable))
        {
            foreach (var section in loaded.AllocatedSections.Where(SectionClasses.IsPerCpu))
            {
                Count(section.Size, loaded);
                cursor = GuestLayout.AlignUp(cursor, AlignmentOf(section.Alignment, loaded));
                loaded.Place(section, cursor);
                cursor += section.Size;
            }
        }
    }

    private void PlaceClasses(SectionClass[] order, ulong begin, bool withCommon)
    {
        var cursor = begin;
        foreach (var sectionClass in order)
        {
            cursor = GuestLayout.AlignUp(cursor, GuestLayout.PageSize);
            foreach (var loaded in objects.Where(loaded => loaded.File.Type == ElfFileType.Relocatable))
            {
                foreach (var section in loaded.AllocatedSections.Where(section => SectionClasses.ClassOf(section) == sectionClass && loaded.AddressOf(section) == 0))
                {
                    Count(section.Size, loaded);
                    cursor = GuestLayout.AlignUp(cursor, AlignmentOf(section.Alignment, loaded));
                    loaded.Place(section, cursor);
                    cursor += section.Size;
                }
            }

            if (sectionClass is SectionClass.Text or SectionClass.UserText)
                cursor += GuestLayout.TextPadding;
        }

        if (!withCommon)
            return;
        foreach (var loaded in objects)
            cursor = PlaceCommonSymbols(loaded, cursor);
        GotBegin = GuestLayout.AlignUp(cursor, WordSize);
        GotEnd = GotBegin + (_gotSlots * WordSize);
    }

    /// <summary>One past the last slot.</summary>
    public ulong GotEnd { get; private set; }

    private ulong PlaceCommonSymbols(LoadedObject loaded, ulong cursor)
    {
        foreach (var symbol in loaded.File.Symbols)
        {
            if (symbol.Placement is not (SymbolPlacement.Common or SymbolPlacement.LargeCommon))
                continue;
            Count(symbol.Size, loaded);
            cursor = GuestLayout.AlignUp(cursor, AlignmentOf(symbol.Value, loaded));
            loaded.Place(symbol, cursor);
            cursor += symbol.Size;
        }

        return cursor;
    }

    private void Count(ulong size, LoadedObject loaded)
    {
        if (size > MaximumSize || (_size += size) > MaximumSize)
            throw new InputException($"{loaded.File.Name}: its sections take up more than {MaximumSize >> 20} MiB");
    }

    /// <summary>The stacks lie at fixed places.</summary>
    private static void RefuseReserved(ElfSection section, LoadedObject linked)
    {
        foreach (var (begin, end) in GuestLayout.Reserved)
        {
            if (section.Address < end && section.Address + Math.Min(section.Size, ulong.MaxValue - section.Address) > begin - GuestLayout.PageSize)
                throw new InputException($"{linked.File.Name}: section {section.Name} at 0x{section.Address:x} lies where the harness has its stacks, [0x{begin:x}, 0x{end:x})");
        }
    }

    private static ulong AlignmentOf(ulong alignment, LoadedObject loaded) => alignment <= MaximumSize
        ? Math.Max(alignment, 1)
        : throw new InputException($"{loaded.File.Name}: an alignment of 0x{alignment:x} bytes");

    private static ulong EndOf(ulong address, ulong size, LoadedObject loaded) => address <= ulong.MaxValue - size - GuestLayout.PageSize
        ? address + size
        : throw new InputException($"{loaded.File.Name}: sections reach beyond the end of the address space");
}
