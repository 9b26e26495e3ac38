using Objtool.Decoding;

namespace Harness.Mutation.Proofs;

/// <summary>An instruction, and where control goes from it.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Effect">What it does to values.</param>
/// <param name="IsCall">Does a called function execute before the next instruction?</param>
/// <param name="GoesOn">May the next instruction be executed after it?</param>
/// <param name="Target">Where it jumps or calls to; 0: nowhere, or not known.</param>
internal readonly record struct GraphInstruction(ulong Address, int Length, ValueEffect Effect, bool IsCall, bool GoesOn, ulong Target);
