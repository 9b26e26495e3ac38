using Undwarf.Quirks;

namespace Unwinder.Runtime;

/// <summary>Hooks as tracers keep them: the latest, which is the innermost, last.</summary>
/// <param name="quirks">Faults of the past to repeat.</param>
public sealed class HookList(QuirkSet quirks = QuirkSet.None) : ReturnHooks
{
    private readonly List<HookedReturn> _hooks = [];

    /// <summary>Notes that a return address was replaced.</summary>
    public void Add(HookedReturn hook) => _hooks.Add(hook);

    /// <summary>Notes that the function has returned.</summary>
    public void RemoveLast() => _hooks.RemoveAt(_hooks.Count - 1);

    /// <inheritdoc/>
    protected override bool IsTrampoline(ulong ip) => _hooks.Exists(hook => hook.Trampoline == ip);

    /// <inheritdoc/>
    protected override bool TryFind(ulong trampoline, ulong slot, int order, out ulong original)
    {
        var index = (quirks & QuirkSet.ReturnToHandlerOrder) != 0
            ? _hooks.Count - 1 - order
            : _hooks.FindLastIndex(hook => hook.Trampoline == trampoline && hook.Slot == slot);
        original = index >= 0 ? _hooks[index].Original : 0;
        return index >= 0;
    }
}
