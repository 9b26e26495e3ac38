using Harness.Loading;
using Unwinder.Stacks;

namespace Harness.Verification.Chains;

/// <summary>The guest's stacks, with a record of what was read from them.</summary>
internal readonly struct RecordingStackMemory(GuestStackMemory memory, WordLog log) : IStackMemory
{
    /// <inheritdoc/>
    public bool TryFindStack(ulong address, out StackRange stack) => memory.TryFindStack(address, out stack);

    /// <inheritdoc/>
    public bool TryReadWord(ulong address, out ulong value)
    {
        if (!memory.TryReadWord(address, out value))
            return false;
        log.Add(address, value);
        return true;
    }
}
