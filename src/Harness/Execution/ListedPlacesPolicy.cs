using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>Interrupts at certain executions of certain instructions: those of a fixture's plain run, or a replay.</summary>
internal sealed class ListedPlacesPolicy(IEnumerable<InterruptPlace> places) : InterruptPolicy
{
    private readonly List<InterruptPlace> _left = [.. places];

    /// <inheritdoc/>
    public override bool IsActive => _left.Count > 0;

    /// <inheritdoc/>
    public override int SharedNesting => int.MaxValue;

    /// <inheritdoc/>
    public override InterruptKind? Choose(ulong rip, int visit, ulong caller, StackKind stack, bool maskable)
    {
        var index = _left.FindIndex(place => place.Rip == rip && place.Visit == visit);
        if (index < 0)
            return null;
        var kind = _left[index].Kind;
        _left.RemoveAt(index);
        return kind;
    }
}
