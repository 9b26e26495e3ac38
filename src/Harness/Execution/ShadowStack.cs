using Emulator;

namespace Harness.Execution;

/// <summary>
/// The true chain of callers, recorded while code runs: calls and interrupts push, returns that take their address from
/// the recorded place pop. The last frame is the nearest caller.
/// </summary>
internal sealed class ShadowStack
{
    private ShadowFrame[] _frames = new ShadowFrame[256];
    private GprFile[] _registers = new GprFile[256];

    private int _lowestDepth;

    /// <summary>How many frames there are.</summary>
    public int Depth { get; private set; }

    /// <summary>Another number after each change.</summary>
    public long Version { get; private set; }

    /// <summary>The frames, outermost first.</summary>
    public ReadOnlySpan<ShadowFrame> Frames => _frames.AsSpan(0, Depth);

    /// <summary>The nearest caller. Only when <see cref="Depth"/> is not 0.</summary>
    public ref readonly ShadowFrame Top => ref _frames[Depth - 1];

    /// <summary>The registers when control left a frame.</summary>
    public ref readonly GprFile RegistersOf(int index) => ref _registers[index];

    /// <summary>Adds a caller.</summary>
    public void Push(in ShadowFrame frame, in GprFile registers)
    {
        if (Depth == _frames.Length)
        {
            Array.Resize(ref _frames, 2 * Depth);
            Array.Resize(ref _registers, 2 * Depth);
        }

        _frames[Depth] = frame;
        _registers[Depth] = registers;
        Depth++;
        Version++;
    }

    /// <summary>Control is back in the nearest caller.</summary>
    public void Pop()
    {
        Depth--;
        Version++;
        _lowestDepth = Math.Min(_lowestDepth, Depth);
    }

    /// <summary>Changes places with another: the chain of another task.</summary>
    public void Exchange(ShadowStack other)
    {
        (_frames, other._frames) = (other._frames, _frames);
        (_registers, other._registers) = (other._registers, _registers);
        (Depth, other.Depth) = (other.Depth, Depth);
        _lowestDepth = other._lowestDepth = 0;
        Version = other.Version = Math.Max(Version, other.Version) + 1;
    }

    /// <summary>How many frames have stayed the same since this was asked last.</summary>
    public int TakeLowestDepth()
    {
        var lowest = _lowestDepth;
        _lowestDepth = Depth;
        return lowest;
    }
}
