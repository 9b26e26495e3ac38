using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Undwarf.Quirks;
using Unwinder.Runtime;

namespace Harness.Verification.Chains;

/// <summary>What a fixture's header says of hooks and copies, with addresses in place of names.</summary>
internal static class GuestRuntimeCode
{
    /// <summary>Null when it says nothing.</summary>
    /// <exception cref="InputException">A name that nothing defines.</exception>
    public static RuntimeCode? Of(FixtureHeader header, GuestContext context, QuirkSet quirks)
    {
        if (header.Hooks is null && header.Copies.Count == 0)
            return null;
        return new RuntimeCode(header.Hooks is { } hooks ? HooksOf(hooks, context, quirks) : null, [.. header.Copies.Select(copy => CopyOf(copy, context.Image))]);
    }

    private static GuestReturnHooks HooksOf(HookTable hooks, GuestContext context, QuirkSet quirks)
    {
        var image = context.Image;
        return new GuestReturnHooks(context.Machine.Memory, image.Require(hooks.Trampoline), image.Require(hooks.Table), (ulong)hooks.Entries * GuestReturnHooks.EntrySize, quirks);
    }

    private static CodeCopy CopyOf(CopiedCode copy, Image image)
    {
        var (address, size) = image.Symbols.Find(copy.Copy) ?? throw new InputException($"copy={copy.Copy}: there is no such symbol");
        return new CodeCopy(address, image.Require(copy.Template), size);
    }
}
