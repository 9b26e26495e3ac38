using Elf;

namespace Harness.Loading;

/// <summary>Sorts sections.</summary>
internal static class SectionClasses
{
    /// <summary>Sections whose names begin so belong to user mode.</summary>
    public const string UserPrefix = ".user";

    /// <summary>Sections whose names begin so hold code that no table covers: generated, or copied, at run time.</summary>
    private const string GeneratedPrefix = ".generated";

    private const string PerCpuSection = ".data..percpu";

    /// <summary>Does a section hold code that no table covers?</summary>
    public static bool IsGenerated(ElfSection section) =>
        section.Flags.HasFlag(SectionFlags.Execute) && section.Name.StartsWith(GeneratedPrefix, StringComparison.Ordinal);

    /// <summary>Does a section hold per-CPU data, whose addresses are offsets?</summary>
    public static bool IsPerCpu(ElfSection section) => section.Name == PerCpuSection;

    /// <summary>The area that an allocated section goes into.</summary>
    public static SectionClass ClassOf(ElfSection section)
    {
        var executable = section.Flags.HasFlag(SectionFlags.Execute);
        if (section.Name.StartsWith(UserPrefix, StringComparison.Ordinal))
            return executable ? SectionClass.UserText : SectionClass.UserData;
        return executable ? SectionClass.Text : section.Flags.HasFlag(SectionFlags.Write) ? SectionClass.Data : SectionClass.ReadOnlyData;
    }
}
