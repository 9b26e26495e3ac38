namespace Harness.Kernels.Calls;

/// <summary>A part of a line of a list of calls.</summary>
internal abstract record CallStatement;

/// <summary><c>result = function(arguments) =&gt; expectation</c></summary>
/// <param name="Result">The name that its result has from then on; null without.</param>
/// <param name="Function">What is called.</param>
/// <param name="Arguments">What it is given: the first six in registers, the others on the stack.</param>
/// <param name="Expected">What it must return; null: that does not matter.</param>
internal sealed record FunctionCall(string? Result, CallName Function, IReadOnlyList<CallValue> Arguments, ExpectedReturn? Expected) : CallStatement;

/// <summary><c>name = buffer</c></summary>
/// <param name="Buffer">A buffer with a name.</param>
internal sealed record BufferStatement(BufferValue Buffer) : CallStatement;

/// <summary><c>name == buffer</c>: what memory must hold.</summary>
/// <param name="Place">Where.</param>
/// <param name="Expected">What.</param>
internal sealed record MemoryCheck(CallValue Place, BufferContent Expected) : CallStatement;

/// <summary>What a function must return.</summary>
/// <param name="Bits">How many bits of rax count: as many as the function's type has.</param>
/// <param name="Value">The value, or a buffer whose contents must lie where the result points to.</param>
internal sealed record ExpectedReturn(int Bits, CallValue? Value)
{
    /// <summary>It must turn out that the emulator can't run it: an instruction that Unicorn gets wrong.</summary>
    public static ExpectedReturn Unfaithful { get; } = new(0, null);
}

/// <summary>A function or variable, by its name.</summary>
/// <param name="Module">The module that it must be in; null: any.</param>
/// <param name="Name">Name.</param>
/// <param name="Number">Which of several of that name, by address, from 1; null: there must be only one.</param>
internal readonly record struct CallName(string? Module, string Name, int? Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Module is null ? "" : $"{Module}:")}{Name}{(Number is null ? "" : $"#{Number}")}";
}
