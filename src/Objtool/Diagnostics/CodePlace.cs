namespace Objtool.Diagnostics;

/// <summary>An instruction, named by the function that covers it or else by its section.</summary>
/// <param name="Section">Name of the section.</param>
/// <param name="Offset">Offset in the section.</param>
/// <param name="Function">Name of the function symbol that covers it, if any.</param>
/// <param name="FunctionOffset">Offset in that function.</param>
public sealed record CodePlace(string Section, ulong Offset, string? Function, ulong FunctionOffset)
{
    /// <summary><c>function()+0x12</c> or <c>.section+0x12</c>.</summary>
    public override string ToString() => Function is null ? $"{Section}+0x{Offset:x}" : $"{Function}()+0x{FunctionOffset:x}";
}
