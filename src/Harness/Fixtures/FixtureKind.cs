namespace Harness.Fixtures;

/// <summary>What has to be done with a fixture's file before it can run.</summary>
internal enum FixtureKind
{
    /// <summary>.s: assemble.</summary>
    Assembly,

    /// <summary>.S: preprocess and assemble.</summary>
    PreprocessedAssembly,

    /// <summary>.c: compile.</summary>
    C,

    /// <summary>Anything else: an ELF file, with tables or without.</summary>
    Elf,
}
