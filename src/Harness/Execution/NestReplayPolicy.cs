namespace Harness.Execution;

/// <summary>One nest of interrupts again: each at its place inside the one before it.</summary>
/// <param name="places">Outermost first.</param>
internal sealed class NestReplayPolicy(InterruptPlace[] places) : InterruptPolicy
{
    private int _delivered;

    /// <inheritdoc/>
    public override int MaximumDepth => _delivered < places.Length ? _delivered : -1;

    /// <inheritdoc/>
    public override InterruptKinds WantedAt(in InterruptState state, int visit, InterruptNest nest)
    {
        if (_delivered == places.Length || nest.Depth != _delivered || !nest.IsStartOf(places))
            return InterruptKinds.None;
        var next = places[_delivered];
        return next.Rip == state.Rip && next.Visit == visit ? (InterruptKinds)(1 << (int)next.Kind) : InterruptKinds.None;
    }

    /// <inheritdoc/>
    public override void Delivering(in InterruptState state, int visit, InterruptNest nest, InterruptKind kind) => _delivered++;
}
