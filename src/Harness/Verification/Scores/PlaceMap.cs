using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Verification.Scores;

/// <summary>Tells of each instruction of an image what kind of place it is in its function. It looks at instructions only.</summary>
internal sealed class PlaceMap(Image image)
{
    private const int LongestInstruction = 15;

    private static readonly Disassembly _disassembly = new(_ => null);
    private readonly Dictionary<ulong, PlaceKind> _kinds = [];

    private readonly record struct Line(ulong Address, InstructionKind Kind, string Text);

    /// <summary>The kind of an instruction's place.</summary>
    public PlaceKind KindOf(ulong rip)
    {
        if (!_kinds.TryGetValue(rip, out var kind))
        {
            Classify(rip);
            kind = _kinds.GetValueOrDefault(rip, PlaceKind.EntryCode);
        }

        return kind;
    }

    private void Classify(ulong rip)
    {
        _kinds[rip] = PlaceKind.EntryCode;
        if (!image.Symbols.IsInFunction(rip) || !image.Symbols.TryFind(rip, out var name, out var offset) || image.Symbols.Find(name) is not { } function)
            return;

        var lines = Read(rip - offset, function.Size);
        var isLeaf = !lines.Exists(line => line.Kind is InstructionKind.Call or InstructionKind.DynamicCall);
        var bodyBegin = lines.FindIndex(line => !MakesFrame(line));
        for (var i = 0; i < lines.Count; i++)
        {
            _kinds[lines[i].Address] =
                isLeaf ? PlaceKind.Leaf
                : i < bodyBegin ? PlaceKind.Prologue
                : LeadsToReturn(lines, i) ? PlaceKind.Epilogue
                : PlaceKind.Body;
        }
    }

    private List<Line> Read(ulong begin, ulong size)
    {
        var lines = new List<Line>();
        for (var address = begin; address < begin + size;)
        {
            var code = image.CodeAt(address, Math.Min(LongestInstruction, begin + size - address));
            var instruction = InstructionDecoder.Decode(code, address);
            if (!instruction.IsValid)
                break;
            lines.Add(new Line(address, instruction.Kind, _disassembly.Format(code, address)));
            address += (ulong)instruction.Length;
        }

        return lines;
    }

    private static bool MakesFrame(Line line) =>
        line.Kind is InstructionKind.Endbr or InstructionKind.Nop || line.Text.StartsWith("push ", StringComparison.Ordinal)
        || line.Text.EndsWith(",%rsp", StringComparison.Ordinal) || line.Text.EndsWith("%rsp,%rbp", StringComparison.Ordinal);

    private static bool LeadsToReturn(List<Line> lines, int index)
    {
        while (index < lines.Count && TakesFrameDown(lines[index]))
            index++;
        return index < lines.Count && lines[index].Kind == InstructionKind.Return;
    }

    private static bool TakesFrameDown(Line line) =>
        line.Text.StartsWith("pop ", StringComparison.Ordinal) || line.Text == "leave" || line.Text.EndsWith(",%rsp", StringComparison.Ordinal);
}
