using Undwarf;
using Unwinder;

namespace Harness.Benchmarks;

/// <summary>
/// Stacks as the functions of a text leave them when they call each other at random to a depth: return addresses and
/// saved frame pointers where the rows say, all else 0.
/// </summary>
internal sealed class UnwindStacks
{
    /// <summary>The largest frame of <see cref="UnwindText"/>, in bytes.</summary>
    private const int LargestFrame = 152;

    private readonly Random _random;

    /// <param name="text">The functions.</param>
    /// <param name="depth">Callers of each stack.</param>
    /// <param name="count">Stacks to make.</param>
    /// <param name="withFramePointers">Only functions that set up rbp.</param>
    public UnwindStacks(UnwindText text, int depth, int count, bool withFramePointers = false)
    {
        _random = new Random(depth);
        var functions = text.Functions.Where(function => function.HasFramePointer || !withFramePointers).ToArray();
        StackSize = (ulong)(((depth + 1) * LargestFrame) + 64 + 15) & ~15UL;
        Words = new ulong[StackSize / 8 * (ulong)count];
        Starts = new StartRegisters[count];
        for (var i = 0; i < count; i++)
            Starts[i] = Fill(text, functions, depth, (int)(StackSize / 8) * i);
    }

    /// <summary>All stacks.</summary>
    public ulong[] Words { get; }

    /// <summary>Bytes of one.</summary>
    public ulong StackSize { get; }

    /// <summary>Where an unwind of each begins: in the middle of an innermost function.</summary>
    public StartRegisters[] Starts { get; }

    /// <summary>The memory that unwinders see.</summary>
    public UnwindArena Memory => new(Words, StackSize);

    /// <summary>Fills a stack from its innermost frame on.</summary>
    private StartRegisters Fill(UnwindText text, UnwindText.Function[] functions, int depth, int firstWord)
    {
        var words = Words.AsSpan();
        var function = functions[_random.Next(functions.Length)];
        var (ip, bp, sp) = (AddressIn(function), 0UL, firstWord + 2);
        var start = sp;
        var savedBp = -1; // the word that rbp comes from at this frame; -1: the register
        for (var frame = 0; frame < depth; frame++)
        {
            var entry = function.Entry;
            var cfa = sp + (entry.CfaOffset / 8);
            if (function.HasFramePointer)
            {
                // The frame is as large as the distance from rsp to rbp makes it.
                var record = sp + _random.Next(1, 14);
                cfa = record + 2;
                if (savedBp < 0)
                    bp = AddressOf(record);
                else
                    words[savedBp] = AddressOf(record);
            }

            if (entry.BpRegister == UndwarfRegister.Cfa)
                savedBp = cfa + (entry.BpOffset / 8);
            function = functions[_random.Next(functions.Length)];
            words[cfa - 1] = frame + 1 < depth ? AddressIn(function) + 1 : text.Root;
            sp = cfa;
        }

        var registers = new StartRegisters { Ip = ip };
        registers.General[GeneralRegisters.Sp] = AddressOf(start);
        registers.General[GeneralRegisters.Bp] = bp;
        return registers;
    }

    private ulong AddressIn(in UnwindText.Function function) => function.BodyBegin + (ulong)_random.Next((int)(function.BodyEnd - function.BodyBegin));

    private static ulong AddressOf(int word) => UnwindArena.Begin + (8 * (ulong)word);
}
