using System.Globalization;
using System.Text.RegularExpressions;

namespace Harness.Tests.CallFrames;

/// <summary>One FDE as <c>readelf --debug-dump=frames-interp</c> lists it: a table of rules for the registers named at its top.</summary>
internal sealed partial record ReadelfTable(int Offset, ulong Begin, ulong End, bool IsSignalFrame, IReadOnlyList<ReadelfTable.Row> Rows)
{
    /// <param name="Location">The first address.</param>
    /// <param name="Cfa">As printed.</param>
    /// <param name="Rules">By register name, as printed.</param>
    internal sealed record Row(ulong Location, string Cfa, IReadOnlyDictionary<string, string> Rules);

    /// <summary>The tables of one section, in order.</summary>
    public static IReadOnlyList<ReadelfTable> Read(string path, string section)
    {
        var output = Kit.Programs.Start("readelf", ["-W", "--debug-dump=frames-interp", path], folder: null, environment: []).Output;
        var tables = new List<ReadelfTable>();
        var commons = new Dictionary<int, (bool IsSignalFrame, IReadOnlyList<Row> Rows)>();
        var (isWanted, header, columns, rows) = (false, (Match?)null, Array.Empty<string>(), new List<Row>());
        foreach (var line in output.Split('\n').Append(""))
        {
            if (line.StartsWith("Contents of the ", StringComparison.Ordinal))
                isWanted = line.Contains($" {section} section", StringComparison.Ordinal);
            else if (!isWanted)
                continue;

            if (line.Length == 0)
                Finish();
            else if (RecordLine().Match(line) is { Success: true } record)
                header = record;
            else if (line.TrimStart().StartsWith("LOC ", StringComparison.Ordinal))
                columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..];
            else if (header is not null && RowLine().Match(line) is { Success: true } row)
                rows.Add(ParseRow(row, columns));
        }

        return tables;

        // An FDE without a program of its own has its CIE's row.
        void Finish()
        {
            if (header is null)
                return;
            var offset = Number(header.Groups["offset"]);
            if (header.Groups["augmentation"] is { Success: true, Value: var augmentation })
            {
                commons[offset] = (augmentation.Contains('S', StringComparison.Ordinal), [.. rows]);
            }
            else
            {
                var (begin, end) = (Address(header.Groups["begin"]), Address(header.Groups["end"]));
                var common = commons[Number(header.Groups["cie"])];
                tables.Add(new ReadelfTable(
                    offset, begin, end, common.IsSignalFrame, rows.Count > 0 ? [.. rows] : [.. common.Rows.Select(row => row with { Location = begin })]));
            }

            header = null;
            rows.Clear();
        }
    }

    /// <summary>The row that holds at an address, if the table begins at or before it.</summary>
    public Row? At(ulong address) => Rows.LastOrDefault(row => row.Location <= address);

    private static Row ParseRow(Match match, string[] columns)
    {
        var words = RegisterRule().Replace(match.Groups[2].Value, "$1").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(columns.Length + 1, words.Length);
        return new Row(Address(match.Groups[1]), words[0], columns.Zip(words.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static ulong Address(Group group) => ulong.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<offset>[0-9a-f]+) [0-9a-f]+ [0-9a-f]+ "
        + "(CIE \"(?<augmentation>[^\"]*)\"|FDE cie=(?<cie>[0-9a-f]+) pc=(?<begin>[0-9a-f]{16})\\.\\.(?<end>[0-9a-f]{16}))")]
    private static partial Regex RecordLine();

    /// <summary>A register for a rule is printed by number and name: <c>r2 (rcx)</c>.</summary>
    [GeneratedRegex(@"r\d+ \((\w+)\)")]
    private static partial Regex RegisterRule();

    [GeneratedRegex("^([0-9a-f]{16}) (.+)$")]
    private static partial Regex RowLine();
}
