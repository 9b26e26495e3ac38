using System.Globalization;
using System.Text;
using Harness.Loading;
using Harness.Verification;
using Undwarf;

namespace Harness.Bugs;

/// <summary>Tells a reproduction: what was reported, where it goes wrong with the fault, and what should come out.</summary>
internal static class ReproductionWriter
{
    /// <summary>All of one bug: each place that is wrong, with both chains, the row, and the stack at the first.</summary>
    public static string Write(Reproduction reproduction)
    {
        var header = reproduction.Fixture.Header;
        var text = new StringBuilder();
        text.AppendLine($"{Id(reproduction)}: {header.What}");
        AppendIfAny(text, "reference", header.Reference);
        AppendIfAny(text, "reported", header.Symptom);
        AppendIfAny(text, "fault", FaultText(reproduction.Fault));
        text.AppendLine($"  repaired   {RepairedText(reproduction.Repaired)}");
        if (reproduction.Faulty is { } faulty)
            AppendFaulty(text, reproduction, faulty);
        if (!reproduction.Repaired.Passed)
            text.Append(VerdictWriter.Write(reproduction.Repaired));
        text.AppendLine(reproduction.IsReproduced ? "reproduced" : $"NOT REPRODUCED{(reproduction.Problem is null ? "" : $": {reproduction.Problem}")}");
        return text.ToString();
    }

    /// <summary>One line a bug, and a sum.</summary>
    public static string WriteTable(IReadOnlyList<Reproduction> reproductions)
    {
        var text = new StringBuilder();
        text.AppendLine($"{"bug",-36}{"points",10}{"frames",10}{"interrupts",12}{"wrong at",10}  with");
        foreach (var reproduction in reproductions)
        {
            var counters = reproduction.Repaired.Counters;
            var wrong = reproduction.Faulty?.WrongPlaces.Count ?? 0;
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Id(reproduction),-36}{counters.Points,10:N0}{counters.Frames,10:N0}{counters.Interrupts,12:N0}{wrong,10}  {reproduction.Fault.Description}{(reproduction.IsReproduced ? "" : "  NOT REPRODUCED")}"));
        }

        text.AppendLine($"{reproductions.Count(reproduction => reproduction.IsReproduced)} of {reproductions.Count} bugs reproduced both ways");
        foreach (var failed in reproductions.Where(reproduction => !reproduction.IsReproduced))
            text.Append(failed.Repaired.Passed ? $"{Id(failed)}: {failed.Problem}{Environment.NewLine}" : VerdictWriter.Write(failed.Repaired));
        return text.ToString();
    }

    private static void AppendFaulty(StringBuilder text, Reproduction reproduction, FixtureReport faulty)
    {
        foreach (var diagnostic in faulty.Diagnostics)
            text.AppendLine($"  warned     {diagnostic.Format(reproduction.Fixture.Name)}");
        text.AppendLine($"  faulty     callers of {faulty.WrongPlaces.Count} places come out wrong, at {faulty.WrongPoints} points");
        var isFirst = true;
        foreach (var mismatch in faulty.Mismatches.DistinctBy(mismatch => (WrongPlaceOf(mismatch), mismatch.Variant)))
        {
            AppendMismatch(text, reproduction, faulty.Image!, mismatch);
            if (isFirst)
                text.Append($"  stack{Environment.NewLine}{mismatch.Stack}");
            isFirst = false;
        }
    }

    private static void AppendMismatch(StringBuilder text, Reproduction reproduction, Image image, Mismatch mismatch)
    {
        var symbols = image.Symbols;
        text.AppendLine($"at {VerdictWriter.Place(mismatch, symbols)}: {VerdictWriter.Difference(mismatch, symbols)}");
        text.AppendLine($"  true       {VerdictWriter.ExpectedChain(mismatch, symbols)}");
        text.AppendLine($"  faulty     {VerdictWriter.UnwoundChainText(mismatch, symbols)}");
        if (mismatch.Chain.Frames is [.., var last]
            && KernelWarning.Of(mismatch.Chain.Outcome, symbols.NameOf(last.Frame.Ip), mismatch.Chain.FaultAddress) is { } warning)
            text.AppendLine($"  kernel     {warning}");
        text.AppendLine($"  row        {VerdictWriter.RowText(image, reproduction.Faulty!.Unwinder, mismatch.Chain)}");
        text.AppendLine($"  repaired   {RepairedRow(reproduction.Repaired.Image!, image, mismatch)}");
    }

    /// <summary>The repaired table's row for the same place: sources may differ, so the place goes by its name.</summary>
    private static string RepairedRow(Image repaired, Image faulty, Mismatch mismatch)
    {
        if (!faulty.Symbols.TryFind(WrongPlaceOf(mismatch), out var name, out var offset) || repaired.Symbols.Find(name) is not { } symbol)
            return "no such place";
        var isInterrupted = mismatch.Chain.Frames.Count == 0 || mismatch.Chain.Frames[mismatch.Chain.FirstWrong].Frame.Signal;
        var row = repaired.Lookup.IndexOf(symbol.Address + offset - (isInterrupted ? 0UL : 1));
        return row < 0 ? "no row" : $"{name}+0x{offset:x}: {UndwarfV2Format.Extended.Describe(repaired.Table[row].Entry)}";
    }

    private static ulong WrongPlaceOf(Mismatch mismatch) =>
        mismatch.Chain.Frames.Count > 0 ? mismatch.Chain.Frames[mismatch.Chain.FirstWrong].Frame.Ip : mismatch.Rip;

    private static string RepairedText(FixtureReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Counters.Points:N0} points, {report.Counters.Frames:N0} frames, {report.Counters.Interrupts:N0} interrupts: {(report.Passed ? "all right" : "WRONG")}");

    private static string FaultText(Fault fault) => fault.Explanation.Length == 0 ? fault.Description : $"{fault.Description}: {fault.Explanation}";

    private static void AppendIfAny(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
            text.AppendLine($"  {name,-10} {value}");
    }

    private static string Id(Reproduction reproduction) => reproduction.Fixture.Id;
}
