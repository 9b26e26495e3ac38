namespace Harness.Execution;

/// <summary>Interrupts at certain executions of certain instructions, each outside the others: those of a fixture's plain run.</summary>
internal sealed class ListedPlacesPolicy(IEnumerable<InterruptPlace> places) : InterruptPolicy
{
    private readonly List<InterruptPlace> _left = [.. places];

    /// <inheritdoc/>
    public override int MaximumDepth => _left.Count > 0 ? 0 : -1;

    /// <inheritdoc/>
    public override int SharedNesting => int.MaxValue;

    /// <inheritdoc/>
    public override InterruptKinds WantedAt(in InterruptState state, int visit, InterruptNest nest)
    {
        var wanted = InterruptKinds.None;
        foreach (var place in _left)
        {
            if (place.Rip == state.Rip && place.Visit == visit)
                wanted |= (InterruptKinds)(1 << (int)place.Kind);
        }

        return wanted;
    }

    /// <inheritdoc/>
    public override void Delivering(in InterruptState state, int visit, InterruptNest nest, InterruptKind kind) =>
        _left.Remove(new InterruptPlace(kind, state.Rip, visit));
}
