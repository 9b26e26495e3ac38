using Emulator.Native;

namespace Emulator;

/// <summary>
/// A CPU state and some memory to go back to, as often as wanted: how a handler is abandoned or its traces removed. Take it and restore it between
/// runs or from an observer; restoring there, the instruction announced is not executed.
/// </summary>
/// <remarks>Gates, interrupt stacks and regions are not part of it.</remarks>
public sealed class MachineSnapshot : IDisposable
{
    private readonly Engine _engine;
    private readonly CpuState _cpu;
    private readonly GuestMemory _memory;
    private readonly EventDelivery _events;
    private readonly ContextHandle _context;
    private readonly (GuestRange Range, byte[] Bytes)[] _ranges;
    private ulong _rip;
    private bool _nmiBlocked;

    internal MachineSnapshot(Engine engine, CpuState cpu, GuestMemory memory, EventDelivery events, ReadOnlySpan<GuestRange> ranges)
    {
        _engine = engine;
        _cpu = cpu;
        _memory = memory;
        _events = events;
        _ranges = new (GuestRange, byte[])[ranges.Length];
        for (var i = 0; i < ranges.Length; i++)
            _ranges[i] = (ranges[i], new byte[ranges[i].Length]);
        _context = engine.AllocateContext();
        Take();
    }

    /// <summary>Replaces what is kept by the present state.</summary>
    /// <exception cref="ArgumentException">A range is no longer all mapped.</exception>
    public void Take()
    {
        foreach (var (range, bytes) in _ranges)
        {
            if (!_memory.TryRead(range.Start, bytes))
                throw new ArgumentException($"{range} is not all mapped");
        }
        _engine.Save(_context);
        _rip = _cpu.Rip;
        _nmiBlocked = _events.NmiBlocked;
    }

    /// <summary>Puts everything back.</summary>
    /// <exception cref="ArgumentException">A range is no longer all mapped.</exception>
    public void Restore()
    {
        foreach (var (range, bytes) in _ranges)
            _memory.Write(range.Start, bytes);
        _engine.Restore(_context);
        _cpu.Invalidate();
        _cpu.Rip = _rip;
        _events.NmiBlocked = _nmiBlocked;
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Dispose();
}
