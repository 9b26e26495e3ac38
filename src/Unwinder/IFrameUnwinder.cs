using System.Diagnostics.CodeAnalysis;

namespace Unwinder;

/// <summary>
/// Finds callers. All unwinders are structs that implement this, so that what uses them is specialised for each.
/// </summary>
/// <typeparam name="TState">What the unwinder carries from frame to frame.</typeparam>
public interface IFrameUnwinder<TState>
    where TState : struct, IUnwindState
{
    /// <summary>Starts from interrupted registers: the state then describes the interrupted frame itself.</summary>
    /// <returns><see cref="UnwindOutcome.Caller"/>, or why there is nothing to unwind.</returns>
    UnwindOutcome Start(in StartRegisters registers, out TState state);

    /// <summary>
    /// One step outwards. After anything but <see cref="UnwindOutcome.Caller"/> the state is the frame at which the chain
    /// ended.
    /// </summary>
    [SuppressMessage("Naming", "CA1716", Justification = "The word of the field; no other language uses this.")]
    UnwindOutcome Next(ref TState state);
}
