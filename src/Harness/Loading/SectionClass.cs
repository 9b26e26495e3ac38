namespace Harness.Loading;

/// <summary>The areas of memory that sections are sorted into.</summary>
internal enum SectionClass
{
    /// <summary>Kernel code.</summary>
    Text,

    /// <summary>Kernel constants, and the tables.</summary>
    ReadOnlyData,

    /// <summary>Kernel variables.</summary>
    Data,

    /// <summary>User mode code.</summary>
    UserText,

    /// <summary>User mode constants and variables.</summary>
    UserData,
}
