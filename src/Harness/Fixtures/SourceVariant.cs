namespace Harness.Fixtures;

/// <summary>How a fixture that shows a fault in code, rather than in a tool, is assembled.</summary>
internal enum SourceVariant
{
    /// <summary>As it is right.</summary>
    Repaired,

    /// <summary>With FAULT defined: as it was when the bug was reported.</summary>
    Faulty,
}
