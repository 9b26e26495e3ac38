using Undwarf;
using Unwinder;
using Unwinder.Lookup;

namespace Harness.Benchmarks;

/// <summary>One way to find rows, as it is measured.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Request">What bench/undwarf_step.c calls it.</param>
/// <param name="IsInC">Is it measured in C too?</param>
/// <param name="Add">Adds it to a measurement: unwinds warm and cold, and the lookup alone.</param>
internal sealed record UnwindLookup(string Name, string Request, bool IsInC, Action<UnwindMeasurement, UnwindWorkload> Add)
{
    /// <summary>The lookup alone, at random addresses: measured with the first depth only.</summary>
    private const int LookupDepth = 8;

    /// <summary>Searching the whole table: what the others are compared with.</summary>
    public static UnwindLookup Search { get; } = Of("search", "search", true, (table, _, _) => new TableSearch(table));

    /// <summary>One row number for each byte.</summary>
    public static UnwindLookup Direct { get; } = Of("direct map", "direct", true, (table, begin, end) => new DirectMap(table, begin, end));

    /// <summary>The number of blocks that was published.</summary>
    public static UnwindLookup Published { get; } = Blocks(32, isInC: true);

    /// <summary>All, the slowest first.</summary>
    public static IReadOnlyList<UnwindLookup> All { get; } =
    [
        Search, Blocks(2), Blocks(4), Blocks(8), Blocks(16), Published, Blocks(64), Blocks(128),
        Of("256-byte blocks", "small", true, (table, begin, end) => new SmallBlockSearch(table, begin, end)),
        Direct,
    ];

    /// <summary>A measured cost's name.</summary>
    public static string NameOf(UnwindLookup lookup, string mode, int depth) => $"undwarf {lookup.Name} {mode} {depth}";

    /// <summary>The same in C.</summary>
    public static string NameInC(UnwindLookup lookup, string mode, int depth) => $"C {lookup.Name} {mode} {depth}";

    /// <summary>What is measured at a depth.</summary>
    public static IEnumerable<string> Modes(UnwindWorkload workload) => workload.Depth == LookupDepth ? ["warm", "cold", "lookup"] : ["warm", "cold"];

    private static UnwindLookup Blocks(int thousands, bool isInC = false) =>
        Of($"{thousands}k blocks", $"{1024 * thousands}", isInC, (table, begin, end) => new FixedBlockSearch(table, begin, end, 1024 * thousands));

    private static UnwindLookup Of<TLookup>(string name, string request, bool isInC, Func<UndwarfTable, ulong, ulong, TLookup> create)
        where TLookup : struct, IRowLookup
    {
        UnwindLookup? self = null;
        return self = new UnwindLookup(name, request, isInC, (measurement, workload) =>
        {
            var lookup = create(workload.Text.Table, UnwindText.Begin, workload.Text.End);
            var unwinder = new UndwarfUnwinder<TLookup, UnwindArena>(lookup, workload.Stacks.Memory);
            var starts = workload.Stacks.Starts;
            if (UnwindWalks.Walk<UndwarfUnwinder<TLookup, UnwindArena>, UnwindState>(ref unwinder, starts[0]) != workload.Depth)
                throw new InputException($"bench: {name} does not find all callers");
            measurement.Add(NameOf(self!, "warm", workload.Depth), seconds => UnwindWalks.Measure<UndwarfUnwinder<TLookup, UnwindArena>, UnwindState>(unwinder, starts.AsSpan(0, 1), seconds));
            measurement.Add(NameOf(self!, "cold", workload.Depth), seconds => UnwindWalks.Measure<UndwarfUnwinder<TLookup, UnwindArena>, UnwindState>(unwinder, starts, seconds));
            if (workload.Depth == LookupDepth)
                measurement.Add(NameOf(self!, "lookup", workload.Depth), seconds => MeasureLookup(lookup, workload.Addresses, seconds));
        });
    }

    private static double MeasureLookup<TLookup>(TLookup lookup, uint[] addresses, double seconds)
        where TLookup : struct, IRowLookup
    {
        const int Batch = 4096;
        var begin = Environment.CpuUsage.TotalTime;
        var (next, done, sum, taken) = (0, 0L, 0L, 0.0);
        do
        {
            for (var i = 0; i < Batch; i++)
                sum += lookup[lookup.IndexOf(UnwindText.Begin + addresses[next + i])].CfaOffset;
            done += Batch;
            next = (next + Batch) % addresses.Length;
            taken = (Environment.CpuUsage.TotalTime - begin).TotalSeconds;
        }
        while (taken < seconds);
        // The sum is asked for, so that the loads are not left out.
        return sum == long.MinValue ? 0 : taken * 1e9 / done;
    }
}
