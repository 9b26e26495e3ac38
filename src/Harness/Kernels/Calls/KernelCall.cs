namespace Harness.Kernels.Calls;

/// <summary>One line of a list of calls: what is done with one fresh kernel, and what must come of it.</summary>
/// <param name="Text">The line as it was written.</param>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Release">The release that it is for, such as 6.1; null: any. Elsewhere it is left out, by name.</param>
/// <param name="IsOptional">Is it left out, by name, where the kernel has no such function or the module was not given?</param>
/// <param name="Statements">Calls, buffers and checks, in order.</param>
internal sealed record KernelCall(string Text, string Place, string? Release, bool IsOptional, IReadOnlyList<CallStatement> Statements)
{
    /// <summary>The functions that it calls, each once.</summary>
    public IEnumerable<CallName> Functions => Statements.OfType<FunctionCall>().Select(call => call.Function).Distinct();
}
