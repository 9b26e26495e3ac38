using Undwarf;
using Undwarf.Quirks;

namespace Unwinder;

/// <content>What is off the usual path: code without rows, hooked return addresses, rows of unknown type.</content>
public readonly partial struct UndwarfUnwinder<TLookup, TMemory>
{
    /// <summary>How code that nobody analysed is hoped to look like: with a frame pointer (Linux ae6a45a08689).</summary>
    private static readonly UndwarfEntry _framePointer = UndwarfEntry.Caller(UndwarfRegister.Bp, 16, UndwarfRegister.Cfa, -16);

    private UnwindOutcome StepWithoutRow(ref UnwindState state)
    {
        // A call through a null pointer has pushed the return address, and done nothing else (Linux ac5ceccce550).
        if (state.Frame.Ip == 0 && state.Frame.Signal && !Has(QuirkSet.NullCall))
            return Execute(UndwarfEntry.FunctionEntry, ref state);

        if (_runtime is not null && !Has(QuirkSet.CopiedTrampoline)
            && _runtime.TemplateOf(state.Frame.Signal ? state.Frame.Ip : unchecked(state.Frame.Ip - 1)) is { } template)
        {
            return StepFromTemplate(template, ref state);
        }

        return Has(QuirkSet.NoRowForGeneratedCode)
            ? Has(QuirkSet.BlindSpotCalledEnd) ? UnwindOutcome.EndOfStack : UnwindOutcome.NoRow
            : GuessByFramePointer(ref state);
    }

    /// <summary>Copied code has the rows of its original (Linux 6be7fa3c74d1).</summary>
    private UnwindOutcome StepFromTemplate(ulong template, ref UnwindState state)
    {
        var row = _lookup.IndexOf(template);
        state.Frame.Row = row;
        if (row < 0)
            return UnwindOutcome.NoRow;
        ref readonly var entry = ref _lookup[row];
        return entry.IsDefined ? Execute(entry, ref state) : OutcomeOfUndefined(entry);
    }

    private UnwindOutcome GuessByFramePointer(ref UnwindState state)
    {
        if (Execute(_framePointer, ref state) != UnwindOutcome.Caller)
        {
            state.Frame.FaultAddress = 0;
            return UnwindOutcome.NoRow;
        }

        state.Frame.Unreliable = true;
        return UnwindOutcome.Caller;
    }

    private ulong Recover(ulong ip, ulong slot, ref UnwindState state) =>
        Has(QuirkSet.KretprobeReturnHook) ? ip : _runtime!.Recover(ip, slot, ref state.Hooks);

    /// <summary>As in 2017: ip and sp stay what they were.</summary>
    private UnwindOutcome ChangeBpOnly(in UndwarfEntry entry, ulong cfa, uint visitedBefore, ref UnwindState state)
    {
        var outcome = FindBp(entry, cfa, ref state, ref state.Frame.Bp);
        return outcome == UnwindOutcome.Caller ? CheckProgress(state.Frame.Sp, visitedBefore, mayReenter: false, ref state) : outcome;
    }
}
