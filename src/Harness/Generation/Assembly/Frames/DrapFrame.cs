namespace Harness.Generation.Assembly.Frames;

/// <summary>
/// A realigned frame as gcc makes it where the arguments on the stack are needed, too: the place above the return address is
/// kept in a register (DRAP), r10, or r13, which then is itself saved first. A copy of the return address is pushed for
/// those who follow frame pointers.
/// </summary>
internal sealed class DrapFrame : Frame
{
    private readonly string _pointer;
    private readonly string[] _above;
    private readonly string[] _below;
    private readonly int _alignment;
    private readonly int _room;

    /// <param name="random">Decides the rest.</param>
    /// <param name="pointer">%r10 or %r13.</param>
    public DrapFrame(SplitMix64 random, string pointer)
    {
        _pointer = pointer;
        _alignment = random.Pick([32, 64, 128]);
        _room = 8 * random.Between(2, 12);
        string[] others = [.. PreservedRegisters.Except([pointer])];
        _above = IsPreserved ? [] : ChooseRegisters(random, others, 0, 2);
        _below = ChooseRegisters(random, [.. others.Except(_above)], 0, 2);
    }

    /// <summary>r13 belongs to the caller.</summary>
    private bool IsPreserved => _pointer == "%r13";

    /// <summary>From the caller's stack pointer down to its return address, and r13 if that was pushed.</summary>
    private int Above => IsPreserved ? 16 : 8;

    /// <inheritdoc/>
    public override int Size => Above + 24 + _alignment + (8 * (_above.Length + _below.Length)) + _room;

    /// <inheritdoc/>
    public override string AccumulatorAt(int pushed) => _above.Concat(_below).FirstOrDefault() ?? LocalAt(pushed);

    /// <inheritdoc/>
    public override string LocalAt(int pushed) => $"{pushed}(%rsp)";

    /// <inheritdoc/>
    public override void WritePrologue(FunctionWriter writer)
    {
        if (IsPreserved)
            writer.Emit($"pushq\t{_pointer}");
        writer.Emit($"leaq\t{Above}(%rsp), {_pointer}");
        writer.Emit($"andq\t$-{_alignment}, %rsp");
        writer.Emit($"pushq\t-8({_pointer})");
        writer.Emit("pushq\t%rbp");
        writer.Emit("movq\t%rsp, %rbp");
        foreach (var register in Saved)
            writer.Emit($"pushq\t{register}");
        writer.Emit($"subq\t${_room}, %rsp");
    }

    /// <inheritdoc/>
    public override void WriteEpilogue(FunctionWriter writer)
    {
        if (writer.Random.Chance(50))
        {
            writer.Emit($"leaq\t-{8 * Saved.Length}(%rbp), %rsp");
            foreach (var register in Saved.Reverse())
                writer.Emit($"popq\t{register}");
            writer.Emit("popq\t%rbp");
        }
        else
        {
            for (var i = Saved.Length - 1; i >= 0; i--)
                writer.Emit($"movq\t-{8 + (8 * i)}(%rbp), {Saved[i]}");
            writer.Emit("leave");
        }

        writer.Emit($"leaq\t-{Above}({_pointer}), %rsp");
        if (IsPreserved)
            writer.Emit($"popq\t{_pointer}");
    }

    private string[] Saved => [.. _above, _pointer, .. _below];
}
