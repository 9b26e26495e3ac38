namespace Harness.Execution;

/// <summary>Decides at which instructions interrupts are delivered.</summary>
internal abstract class InterruptPolicy
{
    /// <summary>No interrupts but those that the code causes.</summary>
    public static InterruptPolicy None { get; } = new Never();

    /// <summary>
    /// Inside how many delivered interrupts may another be wanted? Below 0 none is, and nothing is asked. May fall when
    /// one is delivered.
    /// </summary>
    public abstract int MaximumDepth { get; }

    /// <summary>
    /// How many levels of delivered interrupts are part of the run itself: shares that don't own them execute them all
    /// the same, because what comes later depends on them. Their instructions are dealt out one by one; those of deeper
    /// levels go with the instruction that was interrupted.
    /// </summary>
    public virtual int SharedNesting => 0;

    /// <summary>The interrupts to deliver before an instruction, one after the other where they are possible.</summary>
    /// <param name="state">The instruction, and how control is there.</param>
    /// <param name="visit">How often it has been about to execute, this time included, as <see cref="VisitCounter"/> counts.</param>
    /// <param name="nest">What is being handled.</param>
    public abstract InterruptKinds WantedAt(in InterruptState state, int visit, InterruptNest nest);

    /// <summary>One of those that were wanted is about to be delivered.</summary>
    public abstract void Delivering(in InterruptState state, int visit, InterruptNest nest, InterruptKind kind);

    private sealed class Never : InterruptPolicy
    {
        public override int MaximumDepth => -1;

        public override InterruptKinds WantedAt(in InterruptState state, int visit, InterruptNest nest) => InterruptKinds.None;

        public override void Delivering(in InterruptState state, int visit, InterruptNest nest, InterruptKind kind)
        {
        }
    }
}
