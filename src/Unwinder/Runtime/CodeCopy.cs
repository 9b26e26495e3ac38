namespace Unwinder.Runtime;

/// <summary>Code that was copied to where no table has rows (ftrace's trampolines).</summary>
/// <param name="Begin">Where the copy lies.</param>
/// <param name="Template">Where its original lies.</param>
/// <param name="Size">Bytes that were copied; what stands behind them is not in the original.</param>
public readonly record struct CodeCopy(ulong Begin, ulong Template, ulong Size)
{
    /// <summary>The address in the original that corresponds to one in the copy.</summary>
    public ulong? TemplateOf(ulong ip) => unchecked(ip - Begin) is var offset && offset < Size ? unchecked(Template + offset) : null;
}
