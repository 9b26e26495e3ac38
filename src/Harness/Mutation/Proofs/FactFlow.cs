using Emulator;
using Harness.Fixtures;
using Harness.Loading;
using Objtool.StackStates;
using Undwarf;

namespace Harness.Mutation.Proofs;

/// <summary>
/// What holds at each instruction of a fixture, given that its table is right: each row says where the frame is and where
/// the caller's rbp, and instructions carry that on. What is found holds in every execution in which the table is right.
/// </summary>
internal sealed class FactFlow
{
    private readonly Image _image;
    private readonly FixtureHeader _header;
    private readonly FrameFacts?[] _before;

    /// <summary>Follows the code until nothing changes.</summary>
    public FactFlow(Image image, FixtureHeader header, CodeGraph graph)
    {
        _image = image;
        _header = header;
        Graph = graph;
        _before = new FrameFacts?[graph.Instructions.Count];
        var waiting = new Queue<int>();
        for (var i = 0; i < _before.Length; i++)
        {
            if (!graph.IsMentioned(i))
                continue;
            _before[i] = new FrameFacts();
            waiting.Enqueue(i);
        }

        while (waiting.TryDequeue(out var index))
        {
            var behind = Behind(index);
            foreach (var successor in graph.SuccessorsOf(index))
            {
                if (Arrive(successor, behind))
                    waiting.Enqueue(successor);
            }
        }
    }

    /// <summary>The code.</summary>
    public CodeGraph Graph { get; }

    /// <summary>What holds when an instruction is about to execute; null when nothing is known to lead to it.</summary>
    public FrameFacts? At(int index) => _before[index] is { } facts ? WithRow(index, facts.Copy()) : null;

    /// <summary>What holds while what an instruction has called executes, of the registers that an unwind finds.</summary>
    public FrameFacts? DuringCall(int index)
    {
        if (At(index) is not { } facts)
            return null;
        var (sp, bp) = (facts[StackBase.Sp], facts[StackBase.Bp]);
        facts.Forget();
        (facts[StackBase.Sp], facts[StackBase.Bp]) = (sp, bp);
        return WithRow(index, facts);
    }

    /// <summary>The CFA that a row must lead to.</summary>
    public static SymbolicValue CfaOf(FrameType type) => type == FrameType.Regs ? SymbolicValue.Frame.Plus(-HardwareFrameOffset) : SymbolicValue.Frame;

    private const long HardwareFrameOffset = 128;
    private const long SavedBpOffset = 32;

    private bool Arrive(int index, FrameFacts facts)
    {
        if (_before[index] is { } known)
            return known.Meet(facts);
        _before[index] = facts.Copy();
        return true;
    }

    private FrameFacts Behind(int index)
    {
        var instruction = Graph.Instructions[index];
        var facts = At(index)!;
        if (instruction.IsCall)
            facts.Call();
        else
            facts.Apply(instruction.Effect, index);

        // A handler of its faults may have changed these.
        for (var register = StackBase.Ax; register <= StackBase.R15; register++)
        {
            if (_header.Edits.Contains((Gpr)register))
                facts[register] = default;
        }

        return facts;
    }

    /// <summary>Adds what the row says. Where that is at odds with what came here, only the row holds: it is another frame.</summary>
    private FrameFacts WithRow(int index, FrameFacts facts)
    {
        var row = _image.Lookup.IndexOf(Graph.Instructions[index].Address);
        var entry = row < 0 ? UndwarfEntry.Undefined : _image.Table[row].Entry;
        if (!entry.IsDefined || facts.IsOfInterrupt != (entry.Type != FrameType.Cfa) || IsAtOdds(entry, facts))
            facts.Forget();
        facts.IsOfInterrupt = entry.Type != FrameType.Cfa;
        if (entry.IsDefined)
            Add(entry, facts, index);
        return facts;
    }

    private static bool IsAtOdds(in UndwarfEntry entry, FrameFacts facts)
    {
        var isCounted = RegisterOf(entry.CfaRegister) is { } register && facts[register] is { IsKnown: true } value && value != CfaOf(entry.Type).Plus(-entry.CfaOffset);
        var isCallers = entry is { BpRegister: UndwarfRegister.Undefined, Type: not FrameType.Regs } && facts[StackBase.Bp] is { IsKnown: true } bp && bp != SymbolicValue.CallerBp;
        return isCounted || isCallers;
    }

    private static void Add(in UndwarfEntry entry, FrameFacts facts, int index)
    {
        var cfa = CfaOf(entry.Type);
        if (RegisterOf(entry.CfaRegister) is { } register)
            facts[register] = cfa.Plus(-entry.CfaOffset);
        if (NeedsBp(entry) && !facts[StackBase.Bp].IsKnown)
            facts[StackBase.Bp] = facts.Name(SymbolicValue.OfRow(index));
        if (entry.CfaRegister == UndwarfRegister.BpIndirect)
            facts.SetWord(facts[StackBase.Bp].Plus(entry.CfaOffset), cfa);

        switch (entry.BpRegister)
        {
            case UndwarfRegister.Undefined when entry.Type == FrameType.Regs:
                facts.SetWord(cfa.Plus(SavedBpOffset), SymbolicValue.CallerBp);
                break;
            case UndwarfRegister.Undefined:
                facts[StackBase.Bp] = SymbolicValue.CallerBp;
                break;
            case UndwarfRegister.Cfa:
                facts.SetWord(cfa.Plus(entry.BpOffset), SymbolicValue.CallerBp);
                break;
            case UndwarfRegister.Bp:
                facts.SetWord(facts[StackBase.Bp].Plus(entry.BpOffset), SymbolicValue.CallerBp);
                break;
        }
    }

    private static bool NeedsBp(in UndwarfEntry entry) => entry.CfaRegister == UndwarfRegister.BpIndirect || entry.BpRegister == UndwarfRegister.Bp;

    /// <summary>The register that a CFA is counted from, when it is one.</summary>
    public static StackBase? RegisterOf(UndwarfRegister register) => register switch
    {
        UndwarfRegister.Sp => StackBase.Sp,
        UndwarfRegister.Bp => StackBase.Bp,
        UndwarfRegister.R10 => StackBase.R10,
        UndwarfRegister.R13 => StackBase.R13,
        UndwarfRegister.Di => StackBase.Di,
        UndwarfRegister.Dx => StackBase.Dx,
        _ => null,
    };
}
