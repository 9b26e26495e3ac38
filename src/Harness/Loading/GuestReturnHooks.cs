using Emulator;
using Undwarf.Quirks;
using Unwinder.Runtime;

namespace Harness.Loading;

/// <summary>
/// The hooks of a guest, as its own code keeps them: an array of {trampoline, slot, original}, the latest last, ended by a
/// zero.
/// </summary>
internal sealed class GuestReturnHooks(GuestMemory memory, ulong trampoline, ulong table, ulong size, QuirkSet quirks) : ReturnHooks
{
    /// <summary>Bytes of one entry.</summary>
    public const ulong EntrySize = 24;

    /// <inheritdoc/>
    protected override bool IsTrampoline(ulong ip) => ip == trampoline;

    /// <inheritdoc/>
    protected override bool TryFind(ulong trampoline, ulong slot, int order, out ulong original)
    {
        var hooks = new List<HookedReturn>();
        for (var entry = table; entry + EntrySize <= table + size && WordAt(entry) is not 0 and var hook; entry += EntrySize)
            hooks.Add(new HookedReturn(hook, WordAt(entry + 8), WordAt(entry + 16)));
        var index = (quirks & QuirkSet.ReturnToHandlerOrder) != 0
            ? hooks.Count - 1 - order
            : hooks.FindLastIndex(hook => hook.Trampoline == trampoline && hook.Slot == slot);
        original = index >= 0 ? hooks[index].Original : 0;
        return index >= 0;
    }

    private ulong WordAt(ulong address) => memory.TryReadWord(address, out var word) ? word : 0;
}
