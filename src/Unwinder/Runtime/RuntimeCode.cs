namespace Unwinder.Runtime;

/// <summary>What only the running kernel knows of its code: return addresses that are hooked, trampolines that are copies.</summary>
/// <param name="hooks">Replaced return addresses.</param>
/// <param name="copies">Copied code.</param>
public sealed class RuntimeCode(ReturnHooks? hooks, params IReadOnlyList<CodeCopy> copies)
{
    /// <summary>The address that really follows; see <see cref="ReturnHooks.Recover"/>.</summary>
    public ulong Recover(ulong ip, ulong slot, ref int order) => hooks is null ? ip : hooks.Recover(ip, slot, ref order);

    /// <summary>Where the original of copied code lies, null for code that is no copy.</summary>
    public ulong? TemplateOf(ulong ip)
    {
        foreach (var copy in copies)
        {
            if (copy.TemplateOf(ip) is { } template)
                return template;
        }

        return null;
    }
}
