namespace Objtool.StackStates;

/// <summary>
/// Two ways that lead to one instruction must agree on what a row can say and on what later instructions need. The
/// stack's size and the values held in registers may differ.
/// </summary>
internal static class StateComparison
{
    /// <summary>Null when the states agree, otherwise the first difference in the kernel's words: 1 is known, 2 arrives.</summary>
    public static string? Difference(in StackState known, in StackState arriving)
    {
        if (known.Cfa != arriving.Cfa)
            return $"stack state mismatch: cfa1={Text(known.Cfa)} cfa2={Text(arriving.Cfa)}";

        for (var i = 0; i < LocationFile.Count; i++)
        {
            var register = (StackBase)i;
            if (known.Saved[register] != arriving.Saved[register])
                return $"stack state mismatch: reg1[{i}]={Text(known.Saved[register])} reg2[{i}]={Text(arriving.Saved[register])}";
        }

        if (known.Type != arriving.Type)
            return $"stack state mismatch: type1={(int)known.Type} type2={(int)arriving.Type}";

        if (known.Drap != arriving.Drap
            || (known.Drap && (known.DrapRegister != arriving.DrapRegister || known.DrapOffset != arriving.DrapOffset)))
        {
            return $"stack state mismatch: drap1={Drap(known)} drap2={Drap(arriving)}";
        }

        return null;
    }

    private static string Text(Location location) => $"{(int)location.Base}{location.Offset:+0;-0;+0}";

    private static string Drap(in StackState state) => $"{(state.Drap ? 1 : 0)}({(int)state.DrapRegister},{state.DrapOffset})";
}
