namespace Unwinder.Runtime;

/// <summary>One replaced return address.</summary>
/// <param name="Trampoline">What stands there now.</param>
/// <param name="Slot">The word on the stack.</param>
/// <param name="Original">What stood there.</param>
public readonly record struct HookedReturn(ulong Trampoline, ulong Slot, ulong Original);
