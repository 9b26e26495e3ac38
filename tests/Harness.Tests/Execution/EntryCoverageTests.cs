using System.Globalization;
using System.Text;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Harness.Tracing;
using Harness.Verification;
using Harness.Verification.Chains;
using Objtool.Decoding;
using TestKit;

namespace Harness.Tests.Execution;

/// <summary>
/// Mode nested over the fixtures with each entry code: nothing wrong, what was interrupted by what, and where in the entry
/// code no NMI came.
/// </summary>
public sealed class EntryCoverageTests
{
    private static readonly string[] _groups = ["bugs", "entry", "functions"];

    [Theory]
    [InlineData("2017")]
    [InlineData("6.x")]
    public void EveryInstructionOfTheEntryCode_IsInterruptedByAnNmiWhereNmisAreNotBlocked(string entry)
    {
        var preparer = Verifying.Preparer.With(EntryCodes.Parse(entry)!.Value);
        var coverage = new Coverage();
        foreach (var fixture in FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null))
        {
            if (_groups.Contains(fixture.Group) && fixture.Header.Interrupts == InterruptMode.Nested && fixture.Header.Expectation.Outcome != ExpectedOutcome.Diagnostic)
                coverage.Run(preparer, fixture);
        }

        Assert.Empty(coverage.Missed());
        Assert.Empty(coverage.RowsMissed());
        Approved.Verify($"nested/{entry}", coverage.Describe());
    }

    /// <summary>Entry code for frame pointers changes rbp in its middle, where the tables must say so.</summary>
    [Fact]
    public void EntryCodeThatEncodesFramePointers_IsRightByItsTables()
    {
        var verifier = new FixtureVerifier(Verifying.Preparer.With(EntryCode.FramePointers), new VerificationOptions { Interrupts = InterruptMode.Nested });
        var fixtures = Source.Running.Where(fixture => fixture.Group == "entry").ToArray();
        Assert.NotEmpty(fixtures);
        Assert.All(fixtures, fixture => Verifying.AssertPassed(verifier.Verify(fixture)));
    }

    /// <summary>Sums over many images; entry code is told by its place in its file.</summary>
    private sealed class Coverage
    {
        private readonly Dictionary<(string Place, InterruptKind Kind), long> _counts = [];
        private readonly HashSet<ulong> _executed = [];
        private readonly HashSet<ulong> _open = [];
        private readonly HashSet<ulong> _interrupted = [];
        private readonly HashSet<int> _rows = [];
        private (Image Image, List<(ulong Offset, ulong Address)> Instructions) _last;

        public void Run(FixturePreparer preparer, Fixture fixture)
        {
            var prepared = preparer.Prepare(fixture);
            var runtime = preparer.Runtime();
            var image = ImageBuilder.Build([prepared.File], runtime.Select(support => support.File));
            using var context = new GuestContext(image, prepared.Header);
            context.SetEntry(prepared.Header.Entry);
            var shadow = new ShadowStack();
            var rows = new RowCoverage(image.RowsOf(default));
            var verifier = new ChainVerifier(
                context, prepared.Header, shadow, rows, new BlindSpots(image, runtime.Select(support => support.Header).Prepend(prepared.Header)));
            _last = (image, InstructionsOf(image));
            var observer = new Observer(verifier, context.Machine);
            var run = new GuestRun(context, prepared.Header, new EachInstructionPolicy(InterruptMode.Nested), observer, shadow);
            var result = context.Machine.Run(run, context.Root, new RunLimits(500_000_000));
            Assert.Null(run.Finding ?? RunEnd.FindingOf(result));
            Assert.True(observer.Wrong == 0, $"{fixture.Name}: {observer.Wrong} wrong points, first at {image.Symbols.NameOf(observer.FirstWrong)}");
            Add(run.Tally, observer);
            var numbers = RowsOf(image).Select((row, number) => (row, number)).ToDictionary();
            _rows.UnionWith(rows.Used().Where(numbers.ContainsKey).Select(row => numbers[row]));
        }

        /// <summary>Rows of the code that fixtures run on that no unwind used.</summary>
        public IEnumerable<string> RowsMissed() => RowsOf(_last.Image).Where((_, number) => !_rows.Contains(number)).Select(row => _last.Image.Symbols.NameOf(_last.Image.Table.AddressOf(row)));

        /// <summary>Rows of the code that fixtures run on, which are the same in every image, in the order of the table.</summary>
        private static IEnumerable<int> RowsOf(Image image) =>
            Enumerable.Range(0, image.Table.Count).Where(row => !image.IsRowOfFixture(row) && !image.Table[row].Entry.IsWeak);

        /// <summary>Instructions that were executed with NMIs open, and none came.</summary>
        public IEnumerable<string> Missed() => _last.Instructions.Where(place => _open.Contains(place.Offset) && !_interrupted.Contains(place.Offset)).Select(Describe);

        public string Describe()
        {
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"{"interrupted",-40}{"irq",12}{"nmi",12}{"fault",12}");
            foreach (var place in _counts.Keys.Select(key => key.Place).Distinct().Order(StringComparer.Ordinal))
            {
                var counts = Enum.GetValues<InterruptKind>().Select(kind => $"{_counts.GetValueOrDefault((place, kind)).ToString("N0", CultureInfo.InvariantCulture),12}");
                text.AppendLine(CultureInfo.InvariantCulture, $"{place,-40}{string.Concat(counts)}");
            }

            var instructions = _last.Instructions;
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{instructions.Count} instructions of entry code, {instructions.Count(place => _interrupted.Contains(place.Offset))} of them interrupted by an NMI; not:");
            foreach (var place in instructions.Where(place => !_interrupted.Contains(place.Offset)))
                text.AppendLine(CultureInfo.InvariantCulture, $"{(_executed.Contains(place.Offset) ? "only executed with NMIs blocked" : "never executed"),-32} {Describe(place)}");
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{RowsOf(_last.Image).Count()} rows of the code that fixtures run on, {_rows.Count} of them executed");
            return text.ToString();
        }

        private static List<(ulong Offset, ulong Address)> InstructionsOf(Image image)
        {
            var places = new List<(ulong, ulong)>();
            var number = 0UL;
            foreach (var loaded in image.Objects.Where(loaded => loaded.IsRuntime))
            {
                number += 1UL << 32;
                var text = loaded.AllocatedSections.First(section => section.Name == ".text");
                var begin = loaded.AddressOf(text);
                for (var offset = 0UL; offset < text.Size;)
                {
                    var instruction = InstructionDecoder.Decode(image.CodeAt(begin + offset, text.Size - offset), begin + offset);
                    if (instruction.Kind != InstructionKind.Nop && !image.Symbols.NameOf(begin + offset).StartsWith("__harness", StringComparison.Ordinal))
                        places.Add((number + offset, begin + offset));
                    offset += (ulong)instruction.Length;
                }
            }

            return places;
        }

        private void Add(InterruptTally tally, Observer observer)
        {
            foreach (var (key, count) in tally.Counts)
            {
                var path = string.Join(" > ", InterruptNest.CausesOf(key.Causes).Select(cause => cause.ToString().ToLowerInvariant()));
                var place = (path.Length == 0 ? "task" : path) + (key.IsUser ? ", user mode" : "");
                _counts[(place, key.Kind)] = _counts.GetValueOrDefault((place, key.Kind)) + count;
            }

            foreach (var (offset, address) in _last.Instructions)
            {
                if (observer.Executed.Contains(address))
                    _executed.Add(offset);
                if (observer.Open.Contains(address))
                    _open.Add(offset);
                if (tally.HadNmi(address))
                    _interrupted.Add(offset);
            }
        }

        private string Describe((ulong Offset, ulong Address) place) =>
            $"{_last.Image.Symbols.NameOf(place.Address),-32} {new InstructionText(_last.Image).At(place.Address)}";
    }

    private sealed class Observer(ChainVerifier verifier, Machine machine) : PointObserver
    {
        public HashSet<ulong> Executed { get; } = [];

        public HashSet<ulong> Open { get; } = [];

        public long Wrong { get; private set; }

        public ulong FirstWrong { get; private set; }

        public override void OnPoint(ulong rip, MemoryChange change)
        {
            Executed.Add(rip);
            if (!machine.NmiBlocked)
                Open.Add(rip);
            if (verifier.Verify(rip, change))
                return;
            FirstWrong = Wrong++ == 0 ? rip : FirstWrong;
        }
    }
}
