namespace Harness.Fixtures;

/// <summary>Code without rows that is a copy of code that has them.</summary>
/// <param name="Copy">Its symbol, whose size is how much was copied.</param>
/// <param name="Template">The symbol of the original.</param>
internal sealed record CopiedCode(string Copy, string Template)
{
    /// <summary>Reads <c>copy:template</c>.</summary>
    /// <exception cref="FormatException">Something else.</exception>
    public static CopiedCode Parse(string value) => value.Split(':') is [var copy, var template]
        ? new CopiedCode(copy, template)
        : throw new FormatException($"copy={value}: expected COPY:TEMPLATE");
}
