using Objtool.StackStates;
using Undwarf;

namespace Harness.Mutation.Proofs;

/// <summary>Proves that a row leads from each of some instructions to the same caller as the right one does there.</summary>
internal sealed class RowProof(FactFlow flow, Harness.Loading.Image image)
{
    /// <summary>
    /// True when it does at every instruction of a range, both interrupted there and called from there. False: it may or
    /// may not.
    /// </summary>
    public bool LeadsToTheSame(in RowOverride range)
    {
        if (!range.HasRow || !range.Entry.IsDefined)
            return false;
        var found = false;
        for (var address = range.Begin; address < range.End; address++)
        {
            if (flow.Graph.IndexOf(address) is not (>= 0 and var index))
                continue;
            found = true;
            if (!LeadsToTheSame(range.Entry, index))
                return false;
        }

        return found;
    }

    private bool LeadsToTheSame(in UndwarfEntry entry, int index)
    {
        var instruction = flow.Graph.Instructions[index];
        if (image.Lookup.IndexOf(instruction.Address) is not (>= 0 and var row) || image.Table[row].Entry is not { IsDefined: true } sound)
            return false;
        if (EntryMeaning.Of(sound) == EntryMeaning.Of(entry))
            return true;
        return flow.At(index) is { } facts && IsSame(entry, sound, facts, isInterrupted: true)
            && (!instruction.IsCall || IsSame(entry, sound, flow.DuringCall(index)!, isInterrupted: false));
    }

    private static bool IsSame(in UndwarfEntry entry, in UndwarfEntry sound, FrameFacts facts, bool isInterrupted) =>
        entry.Type == sound.Type && entry.Signal == sound.Signal && HasSameCfa(entry, sound, facts, isInterrupted) && HasSameBp(entry, sound, facts);

    private static bool HasSameCfa(in UndwarfEntry entry, in UndwarfEntry sound, FrameFacts facts, bool isInterrupted)
    {
        if ((entry.CfaRegister, entry.CfaOffset) == (sound.CfaRegister, sound.CfaOffset))
            return true;
        if (sound.CfaRegister == UndwarfRegister.SpIndirect)
            return false; // two stacks, which are entered in order
        var cfa = entry.CfaRegister switch
        {
            UndwarfRegister.Sp or UndwarfRegister.Bp => facts[FactFlow.RegisterOf(entry.CfaRegister)!.Value].Plus(entry.CfaOffset),
            UndwarfRegister.BpIndirect => facts.WordAt(facts[StackBase.Bp].Plus(entry.CfaOffset)),
            // Of other registers no more is known than an interrupt saves.
            UndwarfRegister.R10 or UndwarfRegister.R13 or UndwarfRegister.Di or UndwarfRegister.Dx when isInterrupted =>
                facts[FactFlow.RegisterOf(entry.CfaRegister)!.Value].Plus(entry.CfaOffset),
            _ => SymbolicValue.Unknown,
        };
        return cfa == FactFlow.CfaOf(sound.Type);
    }

    private static bool HasSameBp(in UndwarfEntry entry, in UndwarfEntry sound, FrameFacts facts)
    {
        if (entry.BpRegister == sound.BpRegister && (entry.BpOffset == sound.BpOffset || entry.BpRegister == UndwarfRegister.Undefined))
            return true;
        return entry.BpRegister switch
        {
            UndwarfRegister.Undefined when sound.Type != FrameType.Regs => facts[StackBase.Bp] == SymbolicValue.CallerBp,
            UndwarfRegister.Cfa => facts.WordAt(FactFlow.CfaOf(sound.Type).Plus(entry.BpOffset)) == SymbolicValue.CallerBp,
            UndwarfRegister.Bp => facts.WordAt(facts[StackBase.Bp].Plus(entry.BpOffset)) == SymbolicValue.CallerBp,
            _ => false,
        };
    }
}
