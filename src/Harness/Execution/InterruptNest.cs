namespace Harness.Execution;

/// <summary>The interrupts, exceptions and system calls that are being handled now, outermost first.</summary>
internal sealed class InterruptNest
{
    private const int BitsPerCause = 3;

    private readonly List<Level> _levels = [];

    private readonly record struct Level(int ShadowDepth, uint Outside, bool IsDelivered, InterruptPlace Place);

    /// <summary>How many of them were delivered by the run.</summary>
    public int Depth { get; private set; }

    /// <summary>All of them by <see cref="InterruptCause"/>, 3 bits each, the innermost lowest; of more than ten the innermost.</summary>
    public uint Causes { get; private set; }

    /// <summary>The innermost delivered one; only when <see cref="Depth"/> is not 0.</summary>
    public InterruptPlace Innermost { get; private set; }

    /// <summary>How many of those are faults.</summary>
    public int Faults { get; private set; }

    /// <summary>The delivered ones, outermost first.</summary>
    public InterruptPlace[] Places => [.. _levels.Where(level => level.IsDelivered).Select(level => level.Place)];

    /// <summary>Is the innermost of all one that the run delivered, entered with so many callers recorded?</summary>
    public bool IsDeliveredAt(int shadowDepth) => _levels.Count > 0 && _levels[^1] is { IsDelivered: true } level && level.ShadowDepth == shadowDepth;

    /// <summary>One more begins.</summary>
    /// <param name="cause">What it is.</param>
    /// <param name="shadowDepth">The number of callers recorded before it.</param>
    /// <param name="delivered">Where, if the run delivered it.</param>
    public void Enter(InterruptCause cause, int shadowDepth, InterruptPlace? delivered = null)
    {
        _levels.Add(new Level(shadowDepth, Causes, delivered is not null, delivered ?? default));
        Causes = Causes << BitsPerCause | (uint)cause;
        if (delivered is not { } place)
            return;
        Depth++;
        Faults += place.Kind == InterruptKind.Fault ? 1 : 0;
        Innermost = place;
    }

    /// <summary>
    /// Control is back where only so many callers are recorded: all that began deeper are over, also those that were
    /// left without a return.
    /// </summary>
    public void LeaveTo(int shadowDepth)
    {
        while (_levels.Count > 0 && _levels[^1].ShadowDepth >= shadowDepth)
        {
            var level = _levels[^1];
            Causes = level.Outside;
            Depth -= level.IsDelivered ? 1 : 0;
            Faults -= level is { IsDelivered: true, Place.Kind: InterruptKind.Fault } ? 1 : 0;
            _levels.RemoveAt(_levels.Count - 1);
        }

        Innermost = Depth == 0 ? default : _levels.FindLast(level => level.IsDelivered).Place;
    }

    /// <summary>Are the delivered ones exactly the first so many of these?</summary>
    public bool IsStartOf(ReadOnlySpan<InterruptPlace> places)
    {
        if (Depth > places.Length)
            return false;
        var next = 0;
        foreach (var level in _levels)
        {
            if (level.IsDelivered && level.Place != places[next++])
                return false;
        }

        return true;
    }

    /// <summary>The causes of a value of <see cref="Causes"/>, outermost first.</summary>
    public static IEnumerable<InterruptCause> CausesOf(uint causes)
    {
        for (var shift = 30; shift >= 0; shift -= BitsPerCause)
        {
            if ((causes >> shift & 7) is not 0 and var cause)
                yield return (InterruptCause)cause;
        }
    }
}
