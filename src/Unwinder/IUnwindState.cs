using System.Diagnostics.CodeAnalysis;

namespace Unwinder;

/// <summary>Where an unwind stands: a frame, and what its unwinder needs besides to find the next.</summary>
public interface IUnwindState
{
    /// <summary>The frame.</summary>
    [UnscopedRef]
    ref readonly UnwindFrame Current { get; }
}
