namespace Harness.Loading.Patching;

/// <summary>The states that code which patches itself can be in.</summary>
internal enum CodeVariant
{
    /// <summary>As the assembler left it.</summary>
    AsBuilt,

    /// <summary>Every alternative applied, every jump label flipped, every static call direct.</summary>
    Patched,
}
