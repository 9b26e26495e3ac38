using System.Globalization;
using Elf;
using Harness.Fixtures;
using Objtool.Analysis;
using Objtool.Tables;
using Undwarf;

namespace Harness.Benchmarks;

/// <summary>Bytes of the tables that unwinders need, beside the code that they are for.</summary>
internal sealed class UnwindSizes(TextWriter output)
{
    private static readonly string[] _columns = ["text", "rows", "undwarf", "of text", "ORC 6.1", "of text", ".eh_frame", "of text"];

    /// <summary>Sizes of one file, or of many.</summary>
    /// <param name="Text">Bytes of executable sections.</param>
    /// <param name="Rows">Rows of its table.</param>
    /// <param name="Undwarf">Bytes of the undwarf table: 8 for each row, 4 for its place.</param>
    /// <param name="Orc">Bytes of an ORC table: 6 and 4.</param>
    /// <param name="CallFrames">Bytes of .eh_frame.</param>
    private readonly record struct Sizes(ulong Text, int Rows, int Undwarf, int Orc, ulong CallFrames)
    {
        public static Sizes operator +(Sizes left, Sizes right) => new(
            left.Text + right.Text, left.Rows + right.Rows, left.Undwarf + right.Undwarf, left.Orc + right.Orc, left.CallFrames + right.CallFrames);
    }

    /// <summary>Measures the compiled fixtures, and object files; code with frame pointers beside code without.</summary>
    public void Write(FixturePreparer preparer, IReadOnlyList<string> objects)
    {
        output.WriteLine("bytes");
        output.WriteLine(Line("", _columns));
        var fixtures = FixtureDiscovery.Find([Path.Combine(RepositoryFolders.Fixtures, "compiled")], filter: null)
            .Where(fixture => fixture.Kind == FixtureKind.Assembly)
            .ToDictionary(fixture => fixture.Name, fixture => SizesOf(preparer.Prepare(fixture).File));
        foreach (var (name, sizes) in fixtures)
            WriteSizes(name, sizes);
        if (objects.Count > 0)
            WriteSizes($"{objects.Count} object files", objects.Select(path => SizesOf(ElfFile.Read(path))).Aggregate((sum, sizes) => sum + sizes));

        if (fixtures.TryGetValue("compiled/gcc-O2/frames", out var plain) && fixtures.TryGetValue("compiled/gcc-O2-fp/frames", out var framed))
            output.WriteLine(Text($"frame pointers make the text of gcc-O2 {framed.Text - (double)plain.Text} bytes larger, {(100.0 * framed.Text / plain.Text) - 100:F1} %"));
    }

    private static Sizes SizesOf(ElfFile file)
    {
        // A table that the file brings would be analysed as nothing but data; it does not count as text either.
        var analysis = ObjectAnalysis.Run(file, new AnalysisOptions { CheckReachability = false });
        var (undwarf, orc) = (UndwarfV2Format.Extended, OrcFormat.Linux418);
        var rows = TableGenerator.Generate(analysis, undwarf).Count;
        var orcRows = TableGenerator.Generate(analysis, orc).Count;
        var (text, callFrames) = (0UL, 0UL);
        foreach (var section in file.Sections.Where(section => section.Flags.HasFlag(SectionFlags.Alloc)))
        {
            text += section.Flags.HasFlag(SectionFlags.Execute) ? section.Size : 0;
            callFrames += section.Name == ".eh_frame" ? section.Size : 0;
        }

        const int PlaceSize = sizeof(int);
        return new Sizes(text, rows, rows * (undwarf.EntrySize + PlaceSize), orcRows * (orc.EntrySize + PlaceSize), callFrames);
    }

    private void WriteSizes(string name, in Sizes sizes) => output.WriteLine(Line(name,
    [
        Number(sizes.Text), Number(sizes.Rows), Number(sizes.Undwarf), Percent(sizes.Undwarf, sizes.Text),
        Number(sizes.Orc), Percent(sizes.Orc, sizes.Text), Number(sizes.CallFrames), Percent(sizes.CallFrames, sizes.Text),
    ]));

    private static string Line(string name, IEnumerable<string> cells) => $"{name,-26}{string.Concat(cells.Select(cell => $"{cell,12}"))}";

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double part, double whole) => (part / whole).ToString("P1", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
