namespace Harness.Generation.Assembly.Frames;

/// <summary>The stack pointer copied to a register, room made, and the copy put back: nothing says how far that goes.</summary>
internal sealed class KeptStackPointerFrame : Frame
{
    private readonly string _register;
    private readonly int _room;

    /// <param name="random">Decides the rest.</param>
    public KeptStackPointerFrame(SplitMix64 random)
    {
        _register = random.Pick(PreservedRegisters);
        _room = 8 * random.Between(1, 8);
    }

    /// <inheritdoc/>
    public override int Size => 8 + _room;

    /// <inheritdoc/>
    public override bool IsCountedFromStackPointer => true;

    /// <inheritdoc/>
    public override string AccumulatorAt(int pushed) => $"{pushed}(%rsp)";

    /// <inheritdoc/>
    public override void WritePrologue(FunctionWriter writer)
    {
        writer.Emit($"pushq\t{_register}");
        writer.Emit($"movq\t%rsp, {_register}");
        writer.Emit($"subq\t${_room}, %rsp");
    }

    /// <inheritdoc/>
    public override void WriteEpilogue(FunctionWriter writer)
    {
        writer.Emit($"movq\t{_register}, %rsp");
        writer.Emit($"popq\t{_register}");
    }
}
