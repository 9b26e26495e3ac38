namespace Unwinder.Runtime;

/// <summary>
/// Return addresses that tracers have replaced by those of their trampolines (function graph, kretprobe, rethook), so
/// that the function's return comes by them.
/// </summary>
public abstract class ReturnHooks
{
    /// <summary>As many hooks as one return address can have on top of each other.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The address that really follows <paramref name="ip"/>, which was read from <paramref name="slot"/>.</summary>
    /// <param name="ip">A return address, or the address of a trampoline.</param>
    /// <param name="slot">The word that it was read from: the same trampoline may stand in many.</param>
    /// <param name="order">Hooks found before in this unwind, nearest first, for who goes by their order.</param>
    public ulong Recover(ulong ip, ulong slot, ref int order)
    {
        for (var depth = 0; depth < MaximumDepth && IsTrampoline(ip) && TryFind(ip, slot, order, out var original); depth++)
        {
            order++;
            ip = original;
        }

        return ip;
    }

    /// <summary>Is it the address that a replaced return address has?</summary>
    protected abstract bool IsTrampoline(ulong ip);

    /// <summary>What the return address was before this trampoline's.</summary>
    /// <param name="trampoline">The trampoline.</param>
    /// <param name="slot">Where it stands.</param>
    /// <param name="order">How many have been recovered before.</param>
    /// <param name="original">What stood there.</param>
    protected abstract bool TryFind(ulong trampoline, ulong slot, int order, out ulong original);
}
