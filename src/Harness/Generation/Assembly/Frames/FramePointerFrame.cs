namespace Harness.Generation.Assembly.Frames;

/// <summary>
/// rbp points to its saved value, and the way back is counted from it: with room of fixed or variable size, or with the
/// stack pointer aligned to more than the caller did.
/// </summary>
internal sealed class FramePointerFrame : Frame
{
    private readonly string[] _before;
    private readonly string[] _saved;
    private readonly int _room;
    private readonly int _alignment;
    private readonly bool _isVariable;
    private readonly bool _byMov;

    /// <param name="random">Decides the rest.</param>
    /// <param name="before">Registers that are pushed before rbp, at most.</param>
    /// <param name="alignment">What the stack pointer is aligned to; 0: nothing.</param>
    /// <param name="isVariable">Does the room's size depend on the argument?</param>
    /// <param name="byMov">Are registers saved by mov?</param>
    public FramePointerFrame(SplitMix64 random, int before = 0, int alignment = 0, bool isVariable = false, bool byMov = false)
    {
        _before = before > 0 ? ChooseRegisters(random, PreservedRegisters, 1, before) : [];
        _saved = ChooseRegisters(random, [.. PreservedRegisters.Except(_before)], 0, 3);
        _room = 8 * random.Between(2, 8);
        (_alignment, _isVariable, _byMov) = (alignment, isVariable, byMov);
    }

    /// <summary>Can rsp be counted from the frame, so that registers are popped where they were pushed?</summary>
    private bool IsFixed => _alignment == 0 && !_isVariable;

    /// <inheritdoc/>
    public override int Size => 8 + (8 * _before.Length) + (8 * _saved.Length) + _room + _alignment + (_isVariable ? 64 : 0);

    /// <inheritdoc/>
    public override string AccumulatorAt(int pushed) => _saved.Length > 0 ? _saved[0] : LocalAt(pushed)!;

    /// <inheritdoc/>
    public override string LocalAt(int pushed) => IsFixed ? $"-{(8 * _saved.Length) + 8}(%rbp)" : $"{pushed}(%rsp)";

    /// <inheritdoc/>
    public override void WritePrologue(FunctionWriter writer)
    {
        foreach (var register in _before)
            writer.Emit($"pushq\t{register}");
        writer.Emit("pushq\t%rbp");
        writer.Emit("movq\t%rsp, %rbp");
        if (_byMov)
        {
            writer.Emit($"subq\t${(8 * _saved.Length) + _room}, %rsp");
            foreach (var (register, place) in Places())
                writer.Emit($"movq\t{register}, -{place}(%rbp)");
        }
        else
        {
            foreach (var register in _saved)
                writer.Emit($"pushq\t{register}");
        }

        if (_alignment > 0)
            writer.Emit($"andq\t$-{_alignment}, %rsp");
        if (_isVariable)
        {
            writer.Emit("leaq\t(%rdi,%rdi), %rax");
            writer.Emit("andl\t$0x38, %eax");
            writer.Emit("subq\t%rax, %rsp");
        }

        if (!_byMov)
            writer.Emit($"subq\t${_room}, %rsp");
    }

    /// <inheritdoc/>
    public override void WriteEpilogue(FunctionWriter writer)
    {
        if (_byMov || _saved.Length == 0 || writer.Random.Chance(30))
        {
            foreach (var (register, place) in Places())
                writer.Emit($"movq\t-{place}(%rbp), {register}");
            WriteLeave(writer);
        }
        else
        {
            if (IsFixed && writer.Random.Chance(50))
                DropRoom(writer, _room + writer.Pushed);
            else
                writer.Emit($"leaq\t-{8 * _saved.Length}(%rbp), %rsp");
            foreach (var register in _saved.Reverse())
                writer.Emit($"popq\t{register}");
            writer.Emit("popq\t%rbp");
        }

        foreach (var register in _before.Reverse())
            writer.Emit($"popq\t{register}");
    }

    private static void WriteLeave(FunctionWriter writer)
    {
        if (writer.Random.Chance(60))
        {
            writer.Emit("leave");
            return;
        }

        writer.Emit("movq\t%rbp, %rsp");
        writer.Emit("popq\t%rbp");
    }

    private IEnumerable<(string Register, int Place)> Places() => _saved.Select((register, index) => (register, 8 + (8 * index)));
}
