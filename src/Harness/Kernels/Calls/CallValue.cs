namespace Harness.Kernels.Calls;

/// <summary>A value as a list of calls writes it.</summary>
internal abstract record CallValue;

/// <summary><c>42</c>, <c>-22</c>, <c>0xff</c>, <c>'a'</c></summary>
internal sealed record NumberValue(ulong Number) : CallValue;

/// <summary><c>&amp;function</c>, <c>&amp;variable+8</c>: an address in the kernel.</summary>
internal sealed record AddressValue(CallName Symbol, long Offset) : CallValue;

/// <summary><c>name+8</c>: the address of a named buffer, or the result of an earlier call.</summary>
internal sealed record NamedValue(string Name, long Offset) : CallValue;

/// <summary><c>*name</c>: the eight bytes that lie at an address when the call is made.</summary>
internal sealed record LoadedValue(CallValue Address) : CallValue;

/// <summary>The address of memory that is made for it.</summary>
/// <param name="Name">The name that it has in its line; null without.</param>
/// <param name="Content">What it holds.</param>
internal sealed record BufferValue(string? Name, BufferContent Content) : CallValue;
