using Undwarf;

namespace Objtool.Comparison;

/// <summary>Code in which two tables say different things; null: that nothing is known.</summary>
public readonly record struct DifferingStretch(string Section, ulong Begin, ulong End, UndwarfEntry? First, UndwarfEntry? Second)
{
    /// <summary>Bytes.</summary>
    public ulong Length => End - Begin;
}
