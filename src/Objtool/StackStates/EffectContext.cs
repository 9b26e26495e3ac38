using Undwarf.Quirks;

namespace Objtool.StackStates;

/// <summary>What a stack effect depends on besides the state.</summary>
/// <param name="InFunction">The instruction belongs to a function symbol, so that its callers rely on the calling convention.</param>
/// <param name="NextHasHint">The next instruction carries a hint, which replaces whatever comes out here.</param>
/// <param name="CheckFramePointers">Frame pointers are promised: rbp must not be used for anything else.</param>
/// <param name="Quirks">Faults of the past to repeat.</param>
internal readonly record struct EffectContext(bool InFunction, bool NextHasHint, bool CheckFramePointers, QuirkSet Quirks = QuirkSet.None);
