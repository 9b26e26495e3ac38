using System.Diagnostics;
using Elf;
using Objtool.Analysis;
using Objtool.Comparison;
using Objtool.Diagnostics;
using Objtool.Tables;
using Objtool.Tests.Kit;
using TestKit;
using Undwarf;

namespace Objtool.Tests;

/// <summary>
/// Damaged object files give a result or one error that names the place, and nothing else, in bounded time and memory:
/// reading, analysis, making a table, writing it, reading it back and comparing.
/// </summary>
public sealed class HostileObjectTests(ITestOutputHelper output)
{
    /// <summary>A folder of object files that the long run takes instead of those made from fixtures.</summary>
    private const string Variable = "HARNESS_OBJECTS";

    private static readonly string[] _fixtures =
        ["functions/alternatives", "functions/jump-label", "functions/switch-table-pic", "functions/static-call", "entry/exception-fixup"];

    // What the whole objects take is a fraction of a millisecond and some 100 kB; a test machine may be busy.
    private static readonly TimeSpan _timeLimit = TimeSpan.FromSeconds(10);
    private const long AllocationLimit = 64L << 20;

    private long _accepted;
    private long _refused;
    private (TimeSpan Time, string Case) _slowest;
    private (long Bytes, string Case) _largest;

    public static TheoryData<string> Fixtures => [.. _fixtures];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void DamagedObject_GivesAResultOrAnError(string fixture)
    {
        var whole = Assembler.BytesOfFixture(fixture);
        Survive(ObjectDamage.Truncations(whole, step: 13));
        Survive(ObjectDamage.ByteChanges(whole, step: 1009));
        Survive(ObjectDamage.RecordChanges(whole, count: 700, seed: 2017));
        Assert.True(_accepted > 100 && _refused > 100, $"{_accepted} accepted, {_refused} refused");
    }

    [Fact(Explicit = true)]
    public void EveryTruncationAndEveryByteChange_GivesAResultOrAnError()
    {
        foreach (var (name, whole) in Objects())
        {
            var before = _accepted + _refused;
            Survive(ObjectDamage.Truncations(whole, step: 1));
            Survive(ObjectDamage.ByteChanges(whole, step: 1));
            Survive(ObjectDamage.RecordChanges(whole, count: 50_000, seed: 1));
            output.WriteLine($"{name}: {whole.Length} bytes, {_accepted + _refused - before} cases");
        }

        output.WriteLine($"{_accepted} accepted, {_refused} refused");
        output.WriteLine($"slowest {_slowest.Time.TotalMilliseconds:F1} ms: {_slowest.Case}");
        output.WriteLine($"largest {_largest.Bytes / 1e6:F1} MB allocated: {_largest.Case}");
    }

    private static IEnumerable<(string Name, byte[] Whole)> Objects() =>
        Environment.GetEnvironmentVariable(Variable) is { } folder
            ? Directory.EnumerateFiles(folder, "*.o").Order().Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))
            : _fixtures.Select(fixture => (fixture, Assembler.BytesOfFixture(fixture)));

    private void Survive(IEnumerable<(string Name, ReadOnlyMemory<byte> Image)> cases)
    {
        foreach (var (name, image) in cases)
        {
            var (watch, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            if (IsAccepted(name, image))
                _accepted++;
            else
                _refused++;

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (watch.Elapsed > _slowest.Time)
                _slowest = (watch.Elapsed, name);
            if (allocated > _largest.Bytes)
                _largest = (allocated, name);
            Assert.True(watch.Elapsed < _timeLimit, $"{name}: took {watch.Elapsed.TotalSeconds:F1} s");
            Assert.True(allocated < AllocationLimit, $"{name}: took {allocated} bytes");
        }
    }

    private static bool IsAccepted(string name, ReadOnlyMemory<byte> image)
    {
        try
        {
            Everything(ElfFile.Read(image, "damaged.o"));
            return true;
        }
        catch (Exception exception) when (exception is ElfFormatException or AnalysisException or UndwarfFormatException)
        {
            var message = exception is AnalysisException analysis ? analysis.Diagnostic.Message : exception.Message;
            Assert.False(string.IsNullOrWhiteSpace(message), name);
            return false;
        }
        catch (Exception exception)
        {
            Assert.Fail($"{name}: {exception}");
            return false;
        }
    }

    private static void Everything(ElfFile file)
    {
        var analysis = ObjectAnalysis.Run(file, new AnalysisOptions { CheckFramePointers = true });
        foreach (var diagnostic in analysis.Diagnostics)
            diagnostic.Format("damaged.o");
        foreach (var format in (TableFormat[])[UndwarfV2Format.Extended, OrcFormat.Linux418])
        {
            var rows = TableGenerator.Generate(analysis, format);
            var editor = new ElfEditor(file);
            TableWriter.Add(editor, file, format, rows, replace: true);
            var written = ElfFile.Read(editor.Build(), "written.o");
            var same = TableComparison.Of(ComparableTable.Of(TableReader.Read(written, format)), ComparableTable.Of(rows));
            if (rows.Count > 0 && !same.IsSameEverywhere)
                throw new InvalidOperationException($"not what was written is read: {same.Differences.Count} {(same.Differences.Count > 0 ? same.Differences[0] : null)}");
            _ = TableDump.Lines(written, format).Count();
        }

        if (TableFormatDetection.Detect(file) is { } found)
            _ = ComparableTable.Of(TableReader.Read(file, found)).Count;
    }
}
