using Elf;

namespace Harness.Loading;

/// <summary>Sorts sections.</summary>
internal static class SectionClasses
{
    /// <summary>Sections whose names begin so belong to user mode.</summary>
    public const string UserPrefix = ".user";

    /// <summary>The area that an allocated section goes into.</summary>
    public static SectionClass ClassOf(ElfSection section)
    {
        var executable = section.Flags.HasFlag(SectionFlags.Execute);
        if (section.Name.StartsWith(UserPrefix, StringComparison.Ordinal))
            return executable ? SectionClass.UserText : SectionClass.UserData;
        return executable ? SectionClass.Text : section.Flags.HasFlag(SectionFlags.Write) ? SectionClass.Data : SectionClass.ReadOnlyData;
    }
}
