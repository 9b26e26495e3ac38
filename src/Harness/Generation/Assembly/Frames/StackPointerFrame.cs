namespace Harness.Generation.Assembly.Frames;

/// <summary>
/// Everything counted from rsp: registers pushed, or stored by mov into room made for them, then room for variables.
/// </summary>
internal sealed class StackPointerFrame : Frame
{
    private readonly string[] _saved;
    private readonly int _room;
    private readonly bool _byMov;
    private readonly int _accumulator;

    /// <param name="random">Decides the rest.</param>
    /// <param name="savesAtLeast">Registers that are saved.</param>
    /// <param name="savesAtMost">The most of them.</param>
    /// <param name="roomAtLeast">Words of room for variables.</param>
    /// <param name="roomAtMost">The most of them.</param>
    /// <param name="byMov">Are registers saved by mov?</param>
    public StackPointerFrame(SplitMix64 random, int savesAtLeast, int savesAtMost, int roomAtLeast, int roomAtMost, bool byMov = false)
    {
        _saved = ChooseRegisters(random, [.. PreservedRegisters, "%rbp"], savesAtLeast, savesAtMost);
        _room = 8 * random.Between(roomAtLeast, roomAtMost);
        _byMov = byMov;
        _accumulator = _saved.Length > 0 && random.Chance(70) ? random.Below(_saved.Length) : -1;
    }

    /// <inheritdoc/>
    public override int Size => (8 * _saved.Length) + _room;

    /// <inheritdoc/>
    public override bool IsCountedFromStackPointer => true;

    /// <inheritdoc/>
    public override string AccumulatorAt(int pushed) =>
        _accumulator >= 0 ? _saved[_accumulator] : _room > 0 ? $"{pushed}(%rsp)" : _saved.Length > 0 ? _saved[0] : "%rax";

    /// <inheritdoc/>
    public override string? LocalAt(int pushed) => _room >= 16 ? $"{pushed + _room - 8}(%rsp)" : null;

    /// <inheritdoc/>
    public override void WritePrologue(FunctionWriter writer)
    {
        if (!_byMov)
        {
            foreach (var register in _saved)
                writer.Emit($"pushq\t{register}");
            MakeRoom(writer, _room);
            return;
        }

        MakeRoom(writer, Size);
        foreach (var (register, place) in Places())
            writer.Emit($"movq\t{register}, {place}(%rsp)");
    }

    /// <inheritdoc/>
    public override void WriteEpilogue(FunctionWriter writer)
    {
        if (_byMov)
        {
            foreach (var (register, place) in Places().Reverse())
                writer.Emit($"movq\t{place + writer.Pushed}(%rsp), {register}");
            DropRoom(writer, Size + writer.Pushed);
            return;
        }

        DropRoom(writer, _room + writer.Pushed);
        foreach (var register in _saved.Reverse())
            writer.Emit($"popq\t{register}");
    }

    private IEnumerable<(string Register, int Place)> Places() => _saved.Select((register, index) => (register, Size - 8 - (8 * index)));
}
