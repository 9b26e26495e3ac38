using System.Globalization;
using Objtool.StackStates;
using Undwarf;

namespace Objtool.Tests.Kit;

/// <summary>
/// Stack states as text: the CFA, then what differs from a frame that nothing was done to.
/// </summary>
/// <remarks>
/// <c>sp+24 bx@cfa-16 ax=cfa-24</c>: the CFA is at rsp+24, rbx was saved at CFA-16, rax holds the address CFA-24. Further words:
/// <c>size=N</c> (left out when it is the offset of an sp-based CFA, or 0 when nothing is known), <c>drapreg=r10</c>, <c>drap=r10</c>,
/// <c>slot=-8</c>, <c>type=regs</c>, <c>scratch</c>, <c>signal</c>, <c>end</c>. The return address is at CFA-8 unless it says
/// <c>ra@unknown</c>, which is understood where nothing is known and on register frames.
/// </remarks>
internal static class StateText
{
    public static StackState Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var state = StackState.Blank;
        state.Cfa = ParseLocation(words[0]);
        if (words.FirstOrDefault(word => word.StartsWith("type=", StringComparison.Ordinal)) is { } type)
            state.Type = Enum.Parse<FrameType>(type["type=".Length..], ignoreCase: true);
        state.StackSize = UsualSize(state);
        if (HasUsualReturnAddress(state))
            state.Saved[StackBase.ReturnAddress] = Location.FromCfa(-8);
        foreach (var word in words[1..])
            Apply(word, ref state);
        return state;
    }

    public static string Format(in StackState state)
    {
        var words = new List<string> { state.Cfa.ToString() };
        if (state.StackSize != UsualSize(state))
            words.Add($"size={state.StackSize}");
        for (var register = StackBase.Ax; register <= StackBase.ReturnAddress; register++)
        {
            var usual = register == StackBase.ReturnAddress && HasUsualReturnAddress(state) ? Location.FromCfa(-8) : Location.None;
            if (state.Saved[register] != usual)
                words.Add($"{Name(register)}@{Text(state.Saved[register])}");
        }

        for (var register = StackBase.Ax; register <= StackBase.ReturnAddress; register++)
        {
            if (state.Values[register] != Location.None)
                words.Add($"{Name(register)}={state.Values[register]}");
        }

        if (state.Drap || state.DrapRegister != StackBase.Undefined)
            words.Add($"{(state.Drap ? "drap" : "drapreg")}={Name(state.DrapRegister)}");
        if (state.DrapOffset != StackState.NoDrapOffset)
            words.Add($"slot={state.DrapOffset}");
        if (state.Type != FrameType.Cfa)
            words.Add($"type={state.Type.ToString().ToLowerInvariant()}");
        if (state.BpScratch)
            words.Add("scratch");
        if ((state.Flags & EntryFlags.Signal) != 0)
            words.Add("signal");
        if ((state.Flags & EntryFlags.End) != 0)
            words.Add("end");
        return string.Join(' ', words);
    }

    /// <summary><c>sp+16</c>, <c>(sp+16)</c>, <c>(bp-8)</c>, <c>cfa-16</c>, <c>undefined</c>; <c>undefined-8</c> for one with an offset.</summary>
    public static Location ParseLocation(string text)
    {
        if (text == "undefined")
            return Location.None;
        if (!text.StartsWith('('))
            return OperationText.ParseSum(text) is var (plain, plainOffset) ? new Location(plain, plainOffset) : default;
        var (register, offset) = OperationText.ParseSum(text.Trim('(', ')'));
        return new Location(register == StackBase.Sp ? StackBase.SpIndirect : StackBase.BpIndirect, offset);
    }

    private static void Apply(string word, ref StackState state)
    {
        if (word.Split('@') is [var saved, var place])
        {
            state.Saved[OperationText.ParseRegister(saved)] = place == "unknown" ? Location.None : ParseLocation(place);
            return;
        }

        var (key, value) = word.Split('=') is [var left, var right] ? (left, right) : (word, "");
        switch (key)
        {
            case "size": state.StackSize = int.Parse(value, CultureInfo.InvariantCulture); break;
            case "slot": state.DrapOffset = int.Parse(value, CultureInfo.InvariantCulture); break;
            case "drap" or "drapreg": (state.Drap, state.DrapRegister) = (key == "drap", OperationText.ParseRegister(value)); break;
            case "type": break;
            case "scratch": state.BpScratch = true; break;
            case "signal": state.Flags |= EntryFlags.Signal; break;
            case "end": state.Flags |= EntryFlags.End; break;
            default: state.Values[OperationText.ParseRegister(key)] = ParseLocation(value); break;
        }
    }

    private static int UsualSize(in StackState state) => state.Cfa.Base == StackBase.Sp && state.Type == FrameType.Cfa ? state.Cfa.Offset : 0;

    private static bool HasUsualReturnAddress(in StackState state) => state.Cfa.IsDefined && state.Type == FrameType.Cfa;

    private static string Text(Location place) => place == Location.None ? "unknown" : place.ToString();

    private static string Name(StackBase register) => register == StackBase.ReturnAddress ? "ra" : register.ToString().ToLowerInvariant();
}
