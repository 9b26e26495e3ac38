using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emulator.Native;

namespace Emulator;

/// <summary>
/// The CPU's registers, exact at every instruction the observer is called for and between runs.
/// </summary>
/// <remarks>
/// Reading a general purpose register is one load where the engine's state can be read in place (<see cref="IsDirect"/>).
/// Written values count at once, for the instruction about to run too. Not for use from other threads.
/// </remarks>
public sealed unsafe partial class CpuState
{
    private readonly Engine _engine;
    private readonly RegisterMirror _mirror = new();
    private readonly ContextHandle _context;
    private byte* _live;
    private ulong* _registers;
    private MirrorState _mirrorState;

    internal CpuState(Engine engine, RegisterAccess access)
    {
        if (engine.ContextImageSize is var size and < CpuImage.Size)
            throw new UnicornException(UnicornError.Ok, $"this build of libunicorn saves {size} bytes of CPU state, fewer than the {CpuImage.Size} needed");
        _engine = engine;
        _context = engine.AllocateContext();
        _live = access == RegisterAccess.Automatic ? StateLocator.Locate(engine) : null;
        _registers = _live != null ? (ulong*)_live : _mirror.Values;
        Invalidate();
    }

    /// <summary>How much of the mirror is older than the CPU. Never anything but Fresh when registers are read in place.</summary>
    private enum MirrorState : byte
    {
        Fresh,
        OnlyStackPairFresh,
        Stale,
    }

    /// <summary>Whether registers are read in place rather than through the library.</summary>
    public bool IsDirect => _live != null;

    /// <summary>CPUX86State inside the engine, when <see cref="IsDirect"/>.</summary>
    internal byte* State => _live;

    /// <summary>The stack pointer.</summary>
    public ulong Rsp
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_mirrorState == MirrorState.Stale)
                FillStackPair();
            return _registers[(int)Gpr.Rsp];
        }
        set => this[Gpr.Rsp] = value;
    }

    /// <summary>The frame pointer.</summary>
    public ulong Rbp
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_mirrorState == MirrorState.Stale)
                FillStackPair();
            return _registers[(int)Gpr.Rbp];
        }
        set => this[Gpr.Rbp] = value;
    }

    /// <summary>Any general purpose register.</summary>
    public ulong this[Gpr register]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_mirrorState != MirrorState.Fresh)
                FillAll();
            return _registers[(int)register & (GprFile.Count - 1)];
        }
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)register, GprFile.Count);
            if (!IsDirect)
                _engine.Write(GprNumbers.Of(register), value);
            _registers[(int)register] = value;
        }
    }

    /// <summary>All general purpose registers at once.</summary>
    public GprFile Registers
    {
        get
        {
            if (_mirrorState != MirrorState.Fresh)
                FillAll();
            return Unsafe.ReadUnaligned<GprFile>(_registers);
        }
        set
        {
            for (var register = Gpr.Rax; register <= Gpr.R15; register++)
                this[register] = value[register];
        }
    }

    /// <summary>
    /// Where execution goes on. Written from <see cref="MachineObserver.OnInstruction"/>, the current instruction is not
    /// executed and the observer is called next for the new address, also when that is the same one.
    /// </summary>
    public ulong Rip
    {
        get
        {
            if ((Pending & HookWork.WriteRip) != 0)
                return PendingRip;
            if (_mirrorState != MirrorState.Fresh)
                FillAll();
            return _registers[CpuImage.RipIndex];
        }
        set
        {
            if (IsInsideHook)
            {
                PendingRip = value;
                Pending |= HookWork.WriteRip;
                return;
            }
            WriteRip(value);
        }
    }

    /// <summary>
    /// The flags. Reading goes through the library, as Unicorn computes the arithmetic flags on demand. RF always reads as 0: a
    /// CPU clears it with the instruction after iret, Unicorn only some time later.
    /// </summary>
    public Rflags Rflags
    {
        get => (Rflags)_engine.Read(UnicornRegister.Rflags) & ~Rflags.Rf;
        set
        {
            _engine.Write(UnicornRegister.Rflags, (ulong)value);
            if (IsInsideHook)
                Pending |= HookWork.RewriteRip;
        }
    }

    /// <summary>Forgets copies, after anything but this object changed the CPU.</summary>
    internal void Invalidate()
    {
        if (!IsDirect)
            _mirrorState = MirrorState.Stale;
    }

    internal void WriteRip(ulong rip)
    {
        _engine.Write(UnicornRegister.Rip, rip);
        _registers[CpuImage.RipIndex] = rip;
    }

    /// <summary>Makes reads after the engine is gone read a copy and not freed memory.</summary>
    internal void Detach()
    {
        _live = null;
        _registers = _mirror.Values;
        _mirrorState = MirrorState.Fresh;
        _context.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillStackPair()
    {
        _mirror.FillStackPair(_engine);
        _mirrorState = MirrorState.OnlyStackPairFresh;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillAll()
    {
        _mirror.FillAll(_engine);
        _mirrorState = MirrorState.Fresh;
    }
}
