using Undwarf.Quirks;
using Unwinder.Runtime;
using Unwinder.Stacks;

namespace Unwinder.Guess;

/// <summary>
/// Takes every word of the stack that is the address of kernel code for a return address: no true one is missed, and
/// whatever calls that are over have left behind is found besides. Nothing that it finds is reliable.
/// </summary>
/// <remarks>Behaviour: Linux arch/x86/kernel/unwind_guess.c, which goes from stack to stack by the links at their tops.</remarks>
/// <param name="memory">The stacks.</param>
/// <param name="text">Where kernel code is.</param>
/// <param name="runtime">Hooked return addresses; null without any.</param>
public readonly struct GuessUnwinder<TText, TMemory>(TText text, TMemory memory, RuntimeCode? runtime = null) : IFrameUnwinder<GuessState>
    where TText : struct, IKernelText
    where TMemory : struct, IStackMemory
{
    private const ulong WordSize = 8;

    private readonly TText _text = text;
    private readonly TMemory _memory = memory;
    private readonly RuntimeCode? _runtime = runtime;

    /// <inheritdoc/>
    public UnwindOutcome Start(in StartRegisters registers, out GuessState state)
    {
        state = new GuessState { Frame = registers.ToFrame() };
        if (!StackStart.TryEnter(_memory, registers.Sp, QuirkSet.None, out state.Stacks, out _))
            return UnwindOutcome.UnknownStack;
        state.Frame.Unreliable = true;
        state.Position = unchecked(Math.Max(registers.Sp, state.Stacks.Current.Begin) + WordSize - 1) & ~(WordSize - 1);
        return UnwindOutcome.Caller;
    }

    /// <inheritdoc/>
    public UnwindOutcome Next(ref GuessState state)
    {
        do
        {
            for (; state.Stacks.Current.Contains(state.Position, WordSize); state.Position = unchecked(state.Position + WordSize))
            {
                if (!_memory.TryReadWord(state.Position, out var word))
                    return UnwindOutcome.Exhausted;
                if (_text.Contains(word))
                {
                    Report(word, ref state);
                    return UnwindOutcome.Caller;
                }
            }
        }
        while (MoveToLinkedStack(ref state));

        return UnwindOutcome.Exhausted;
    }

    private void Report(ulong word, ref GuessState state)
    {
        state.Frame.Ip = _runtime is null ? word : _runtime.Recover(word, state.Position, ref state.Hooks);
        state.Frame.IpSlot = state.Position;
        state.Position = unchecked(state.Position + WordSize);
        state.Frame.Sp = state.Position;
        state.Frame.Signal = false;
    }

    private bool MoveToLinkedStack(ref GuessState state)
    {
        if (state.Stacks.Current.AddressOfLink is not { } link || !_memory.TryReadWord(link, out var next)
            || !state.Stacks.TryEnterStackOf(_memory, next))
        {
            return false;
        }

        state.Position = unchecked(next + WordSize - 1) & ~(WordSize - 1);
        return true;
    }
}
