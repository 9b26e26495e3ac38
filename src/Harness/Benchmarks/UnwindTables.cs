using System.Globalization;

namespace Harness.Benchmarks;

/// <summary>The tables of <c>bench unwind</c>.</summary>
internal sealed class UnwindTables(UnwindMeasurement measurement, IReadOnlyList<int> depths)
{
    private static readonly string[] _modes = ["warm", "cold"];

    /// <summary>The speed-ups that the patch of June 2017 states for its lookup table: of a lookup, and of a whole unwind.</summary>
    private static readonly (string Lookup, double Alone, double Whole)[] _published =
        [("2k blocks", 1.5, 1.5), ("4k blocks", 1.6, 1.6), ("8k blocks", 1.8, 1.7), ("16k blocks", 2.0, 1.8), ("32k blocks", 2.5, 2.0), ("64k blocks", 2.9, 2.2), ("128k blocks", 3.3, 2.4)];

    private static readonly string[] _others = ["frame-pointer", "guess", "dwarf", "dwarf, rows made before"];

    /// <summary>unw_step without a cache, with one, and unw_backtrace.</summary>
    public static IReadOnlyList<string> LibunwindModes { get; } = ["none", "global", "fast"];

    /// <summary>Writes all.</summary>
    public void Write(TextWriter output)
    {
        WriteCosts(output);
        output.WriteLine();
        WriteSpeedUps(output);
        output.WriteLine();
        WriteOthers(output);
    }

    private void WriteCosts(TextWriter output)
    {
        output.WriteLine("ns per frame, undwarf; in C, and how many times C");
        output.WriteLine(Line("", Columns().Select(column => $"{column.Mode} {column.Depth}")));
        foreach (var lookup in UnwindLookup.All)
        {
            output.WriteLine(Line(lookup.Name, Columns().Select(column => Number(measurement.MedianOf(UnwindLookup.NameOf(lookup, column.Mode, column.Depth))))));
            if (!measurement.Has(UnwindLookup.NameInC(lookup, "warm", depths[0])))
                continue;
            output.WriteLine(Line("  C", Columns().Select(column => Number(measurement.MedianOf(UnwindLookup.NameInC(lookup, column.Mode, column.Depth))))));
            output.WriteLine(Line("  of C", Columns().Select(column => Times(measurement.RatioOf(
                UnwindLookup.NameOf(lookup, column.Mode, column.Depth), UnwindLookup.NameInC(lookup, column.Mode, column.Depth))))));
        }
    }

    private void WriteSpeedUps(TextWriter output)
    {
        output.WriteLine("speed-up over a search of the whole table");
        output.WriteLine(Line("", ["published", "lookup ns", "lookup", "published", .. Columns().Select(column => $"{column.Mode} {column.Depth}")]));
        foreach (var lookup in UnwindLookup.All)
        {
            var published = Array.Find(_published, row => row.Lookup == lookup.Name);
            output.WriteLine(Line(lookup.Name,
            [
                published.Alone > 0 ? Times(published.Alone) : "-",
                Number(measurement.MedianOf(UnwindLookup.NameOf(lookup, "lookup", depths[0]))),
                Times(SpeedUp(lookup, "lookup", depths[0])),
                published.Whole > 0 ? Times(published.Whole) : "-",
                .. Columns().Select(column => Times(SpeedUp(lookup, column.Mode, column.Depth))),
            ]));
        }
    }

    private void WriteOthers(TextWriter output)
    {
        output.WriteLine("ns per frame, other unwinders, and how many times undwarf with 32k blocks");
        output.WriteLine(Line("", Columns().Select(column => $"{column.Mode} {column.Depth}")));
        foreach (var other in _others)
        {
            output.WriteLine(Line(other, Columns().Select(column => Number(measurement.MedianOf($"{other} {column.Mode} {column.Depth}")))));
            output.WriteLine(Line("  of undwarf", Columns().Select(column => Times(measurement.RatioOf(
                $"{other} {column.Mode} {column.Depth}", UnwindLookup.NameOf(UnwindLookup.Published, column.Mode, column.Depth))))));
        }

        foreach (var mode in LibunwindModes.Where(mode => measurement.Has($"libunwind {mode} {depths[0]}")))
        {
            var name = mode switch { "none" => "libunwind unw_step", "global" => "  with its cache", _ => "libunwind unw_backtrace" };
            output.WriteLine(Line(name, depths.Select(depth => Number(measurement.MedianOf($"libunwind {mode} {depth}")))));
            output.WriteLine(Line("  of undwarf", depths.Select(depth => Times(measurement.RatioOf(
                $"libunwind {mode} {depth}", UnwindLookup.NameOf(UnwindLookup.Published, "warm", depth))))));
        }
    }

    private double SpeedUp(UnwindLookup lookup, string mode, int depth) =>
        measurement.RatioOf(UnwindLookup.NameOf(UnwindLookup.Search, mode, depth), UnwindLookup.NameOf(lookup, mode, depth));

    private IEnumerable<(string Mode, int Depth)> Columns() => _modes.SelectMany(mode => depths.Select(depth => (mode, depth)));

    private static string Line(string name, IEnumerable<string> cells) => $"{name,-26}{string.Concat(cells.Select(cell => $"{cell,11}"))}";

    private static string Number(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static string Times(double value) => value.ToString("F2", CultureInfo.InvariantCulture) + "x";
}
