namespace Harness.Generation.Assembly;

/// <summary>What callers need to know of a function.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="StackArguments">How many words it wants above its return address, besides rdi.</param>
/// <param name="Cost">The most instructions that a call of it executes, as a bound that is easily computed.</param>
/// <param name="StackUse">The most bytes of stack that it and its callees use.</param>
internal sealed record GeneratedFunction(string Name, int StackArguments, long Cost, int StackUse);
