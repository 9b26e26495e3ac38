using Emulator;
using Unwinder.Stacks;

namespace Harness.Loading;

/// <summary>The unwinder's view of the guest: its stacks and nothing else.</summary>
internal readonly struct GuestStackMemory(StackArea stacks) : IStackMemory
{
    private readonly StackArea _stacks = stacks;
    private readonly GuestRegion _region = stacks.Region;

    /// <inheritdoc/>
    public bool TryFindStack(ulong address, out StackRange stack)
    {
        foreach (ref readonly var range in _stacks.Ranges)
        {
            if (range.Contains(address, 1))
            {
                stack = range;
                return true;
            }
        }

        stack = default;
        return false;
    }

    /// <inheritdoc/>
    public bool TryReadWord(ulong address, out ulong value) => _region.TryReadWord(address, out value);

    /// <summary>The bytes at an address. False when not all of them are in the memory that has the stacks.</summary>
    public bool TryReadBytes(ulong address, int length, out ReadOnlySpan<byte> bytes)
    {
        var all = _region.Bytes;
        var offset = unchecked(address - _region.Base);
        var isInside = offset < (ulong)all.Length && (ulong)length <= (ulong)all.Length - offset;
        bytes = isInside ? all.Slice((int)offset, length) : default;
        return isInside;
    }
}
