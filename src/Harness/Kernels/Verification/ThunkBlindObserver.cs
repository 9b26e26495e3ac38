using Harness.Execution;
using Harness.Kernels.Loading;
using Harness.Verification.Chains;

namespace Harness.Kernels.Verification;

/// <summary>
/// Takes retpoline thunks out of the verification and counts them: their authors declared them blind, and where their rows say
/// something all the same (from the move over the pushed address to the return) it is the function to be called that seems to be
/// the caller. Interrupts that come there see the same.
/// </summary>
internal sealed class ThunkBlindObserver(PointObserver verifying, GuestContext context, ShadowStack shadow, IndirectThunks thunks) : PointObserver
{
    private const int None = -1;

    private GuestRun _run = null!;
    private int _depth = None;
    private ulong _slot;

    /// <summary>Points that were not verified.</summary>
    public long BlindPoints { get; private set; }

    /// <summary>Says whose points these are.</summary>
    public void Attach(GuestRun run) => _run = run;

    /// <inheritdoc/>
    public override void OnPoint(ulong rip, MemoryChange change)
    {
        var isBlind = _run.Nest.Depth > 0 ? thunks.Contains(_run.Nest.Innermost.Rip) || WasInterruptedBeforeJump() : IsBlind(rip);
        if (isBlind)
            BlindPoints++;
        else
            verifying.OnPoint(rip, change);
    }

    private bool IsBlind(ulong rip)
    {
        var sp = context.Machine.Cpu.Rsp;
        if (thunks.Pushes(rip))
            (_depth, _slot) = (shadow.Depth, sp - sizeof(ulong));
        else if (_depth != None && (_depth != shadow.Depth || sp > _slot))
            _depth = None;
        return _depth != None || thunks.Contains(rip);
    }

    /// <summary>The return that is to jump to the pushed address may stand outside the thunk.</summary>
    private bool WasInterruptedBeforeJump() =>
        _depth != None && _depth < shadow.Depth && shadow.Frames[_depth] is { IsInterrupted: true } interrupted && interrupted.Sp <= _slot;
}
