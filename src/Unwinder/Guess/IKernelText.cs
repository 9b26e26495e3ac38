namespace Unwinder.Guess;

/// <summary>Tells code from other addresses. Implemented by a struct that the unwinder is specialised for.</summary>
public interface IKernelText
{
    /// <summary>Is there kernel code at an address?</summary>
    bool Contains(ulong address);
}
