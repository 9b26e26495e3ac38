using System.Collections.Frozen;
using Elf;
using Objtool.Code;
using Objtool.Decoding;

namespace Objtool.Analysis;

/// <summary>
/// Tells which functions never return, so that nothing behind a call to one is reached by it: those of a list, by name,
/// and those whose body holds no way out.
/// </summary>
internal sealed class NoreturnFunctions(ObjectCode code, KernelRelease release)
{
    /// <summary>How many jumps from function to function are followed to decide about one.</summary>
    private const int MaximumDepth = 5;

    private readonly FrozenSet<string> _names = NoreturnNames.Of(release);
    private readonly Dictionary<int, bool> _known = [];

    /// <summary>Does the function that this symbol stands for never return?</summary>
    public bool Contains(int symbol) => Decide(symbol, 0);

    private bool Decide(int symbolNumber, int depth)
    {
        if (_known.TryGetValue(symbolNumber, out var answer))
            return answer;

        var symbol = code.File.Symbols[symbolNumber];
        answer = symbol.Binding switch
        {
            // Another definition may take its place.
            SymbolBinding.Weak => false,
            SymbolBinding.Global when _names.Contains(symbol.Name) => true,
            _ => BodyOf(symbolNumber) is { } body && HasNoWayOut(body, depth),
        };

        // A "no" from deep in a search may only mean that the search ended there.
        if (answer || depth == 0)
            _known[symbolNumber] = answer;
        return answer;
    }

    private CodeFunction? BodyOf(int symbol)
    {
        if (code.FunctionOf(symbol) is not { Length: > 0 } function)
            return null;
        var first = code.IndexAt(function.Section, function.Offset);
        return first < 0 ? null : code.FunctionOf(code[first]);
    }

    /// <summary>No return, and every jump to another function leads to one that never returns either.</summary>
    private bool HasNoWayOut(CodeFunction function, int depth)
    {
        foreach (var index in code.BodyOf(function))
        {
            ref readonly var instruction = ref code[index];
            if (instruction.Kind == InstructionKind.Return)
                return false;
            if (!ObjectCode.IsSiblingCall(instruction))
            {
                if (LeavesFunctions(instruction))
                    return false;
                continue;
            }

            // A function of another file is taken to return, an indirect jump to lead to one that does.
            var next = instruction.CallDestination;
            if (next < 0 || depth == MaximumDepth || code.FunctionOf(next) is null || !Decide(next, depth + 1))
                return false;
        }

        return true;
    }

    /// <summary>A jump to code that is no function, such as an entry stub: nobody knows whether it comes back.</summary>
    private bool LeavesFunctions(in CodeInstruction instruction) =>
        instruction.JumpDestination >= 0 && code.FunctionOf(code[instruction.JumpDestination]) is null;
}
