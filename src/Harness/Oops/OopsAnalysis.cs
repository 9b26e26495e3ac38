using System.Globalization;
using System.Text;
using Elf;
using Objtool.Decoding;
using Undwarf;

namespace Harness.Oops;

/// <summary>
/// Holds a report beside the object that it should be about: is it the same code, what does the row at the interrupted
/// instruction say, and which frames of the trace can be true.
/// </summary>
/// <param name="path">The report, as messages call it.</param>
/// <param name="report">The report.</param>
/// <param name="objectPath">The object, as messages call it.</param>
/// <param name="code">The object.</param>
internal sealed class OopsAnalysis(string path, OopsReport report, string objectPath, ReportedObject code)
{
    private readonly StringBuilder _text = new();
    private int _disagreements;

    /// <summary>The findings, and whether report and object agree in all that could be compared.</summary>
    /// <exception cref="InputException">The report has nothing to do with the object.</exception>
    public (string Text, bool Agrees) Run()
    {
        if (report.Rip is null)
            _text.AppendLine("rip: the report names none");
        else if (Find(report.Rip) is { } rip)
            DescribeRip(report.Rip, rip);
        else if (!report.Frames.Any(frame => Find(frame.Place) is not null))
            throw new InputException($"{path}: neither {report.Rip.Symbol} nor any function of the trace is in {objectPath}");
        else
            _text.AppendLine($"rip: {report.Rip} is not in {objectPath}");

        DescribeFrames();
        _text.AppendLine(_disagreements == 0 ? "report and object agree" : $"{_disagreements} disagreement{(_disagreements == 1 ? "" : "s")} between report and object");
        return (_text.ToString(), _disagreements == 0);
    }

    /// <summary>The function of a place: of several with the name, one of the reported size.</summary>
    private ElfSymbol? Find(ReportedPlace place)
    {
        var functions = code.Functions(place.Symbol);
        if (functions.Count == 0)
            return null;
        var sameSize = functions.Where(function => function.Size == place.Size).ToArray();
        return sameSize.Length > 0 ? sameSize[0] : functions[0];
    }

    private void DescribeRip(ReportedPlace place, ElfSymbol function)
    {
        var (section, offset) = (function.Section!, ReportedObject.OffsetOf(function) + place.Offset);
        _text.AppendLine($"rip: {place}");
        CompareSize(place, function);
        if (offset >= (ulong)section.Contents.Length)
        {
            Disagree($"the place is outside {section.Name} of {objectPath}");
            return;
        }

        CompareCode(section, offset);
        var row = code.RowAt(section, offset);
        _text.AppendLine($"  instruction  {code.InstructionAt(section, offset).Text}");
        _text.AppendLine($"  row          {RowText(row)}{(code.BringsRows ? "" : " (generated)")}");
        if (row is { } entry)
            _text.AppendLine($"  it says      {RowMeaning.Of(entry, report.Registers)}");
    }

    private void CompareSize(ReportedPlace place, ElfSymbol function)
    {
        if (function.Size != place.Size)
            Disagree($"{place.Symbol} has 0x{function.Size:x} bytes in {objectPath}, 0x{place.Size:x} in the report: another build");
    }

    private void CompareCode(ElfSection section, ulong offset)
    {
        if (report.Code is not { } reported)
        {
            _text.AppendLine("  code         the report has none: only names and sizes were compared");
            return;
        }

        var (compared, relocated, patched) = (0, 0, 0);
        var different = new List<string>();
        for (var i = 0; i < reported.Bytes.Length; i++)
        {
            var at = unchecked(offset + (ulong)i - (ulong)reported.Marked);
            if (at >= (ulong)section.Contents.Length)
                continue;
            if (code.ByteAt(section, at) is not { } own)
                relocated++;
            else if (own == reported.Bytes[i])
                compared++;
            else if (code.IsPatched(section, at))
                patched++;
            else
                different.Add(string.Create(CultureInfo.InvariantCulture, $"{section.Name}+0x{at:x}: {own:x2}, reported {reported.Bytes[i]:x2}"));
        }

        _text.AppendLine($"  code         {compared} bytes equal, {relocated} filled by relocations, {patched} patched at run time, {different.Count} different");
        if (different.Count > 0)
            Disagree($"not the code of the report: {string.Join("; ", different.Take(4))}{(different.Count > 4 ? "; ..." : "")}");
    }

    private void DescribeFrames()
    {
        if (report.Frames.Count == 0)
        {
            _text.AppendLine("trace: the report has none");
            return;
        }

        _text.AppendLine("trace:");
        var inner = report.Rip?.Symbol;
        foreach (var frame in report.Frames)
        {
            var context = frame.Context.Length == 0 ? "" : $" <{frame.Context}>";
            if (Find(frame.Place) is not { } function)
                _text.AppendLine($"  {frame.Place}{context}: {(frame.IsGuess ? "? " : "")}not in {objectPath}");
            else
                DescribeFrame(frame, function, inner, context);
            // What has a question mark is no caller of what stands above it.
            if (!frame.IsGuess)
                inner = frame.Place.Symbol;
        }
    }

    private void DescribeFrame(ReportedFrame frame, ElfSymbol function, string? inner, string context)
    {
        var (section, begin) = (function.Section!, ReportedObject.OffsetOf(function));
        var offset = begin + frame.Place.Offset;
        var verdict = frame.IsInterrupted ? "interrupted here" : DescribeCall(section, begin, offset, frame.IsGuess ? null : inner);
        _text.AppendLine($"  {frame.Place}{context}: {(frame.IsGuess ? "? stale or unproved; " : "")}{verdict}");
        CompareSize(frame.Place, function);
        var row = code.RowAt(section, frame.IsInterrupted || offset == 0 ? offset : offset - 1);
        _text.AppendLine($"    row        {RowText(row)}");
    }

    /// <summary>A return address stands behind a call, and a direct one says whom it called.</summary>
    private string DescribeCall(ElfSection section, ulong begin, ulong offset, string? inner)
    {
        var at = begin;
        while (at < offset && at < (ulong)section.Contents.Length)
        {
            var (instruction, text, target) = code.InstructionAt(section, at);
            if (!instruction.IsValid)
                break;
            if (at + (ulong)instruction.Length < offset)
            {
                at += (ulong)instruction.Length;
                continue;
            }

            if (at + (ulong)instruction.Length == offset && instruction.Kind is InstructionKind.Call or InstructionKind.DynamicCall)
                return DescribeTarget(text, instruction.Kind, target, inner);
            break;
        }

        Disagree($"no call ends at {section.Name}+0x{offset:x}: nothing returns there");
        return "no return address";
    }

    private static string DescribeTarget(string text, InstructionKind kind, string? target, string? inner)
    {
        var isIndirect = kind == InstructionKind.DynamicCall || target is null || target.StartsWith("__x86_indirect_thunk", StringComparison.Ordinal)
            || target.StartsWith("__SCT__", StringComparison.Ordinal);
        if (inner is null)
            return $"behind '{text}'";
        if (isIndirect)
            return $"behind an indirect call, which can be that of {inner}";
        return target == inner ? $"behind its call of {inner}" : $"behind a call of {target}, not {inner}: {inner} was reached by a tail call, or a frame is missing";
    }

    private void Disagree(string what)
    {
        _disagreements++;
        _text.AppendLine($"  DISAGREES    {what}");
    }

    private static string RowText(UndwarfEntry? row) => row is { } entry ? UndwarfV2Format.Extended.Describe(entry) : "none: code without a table";
}
