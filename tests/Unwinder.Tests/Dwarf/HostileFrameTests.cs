using Unwinder.Dwarf;
using Unwinder.Dwarf.Programs;
using Unwinder.Dwarf.Records;
using Unwinder.Dwarf.Rows;
using Unwinder.Stacks;

namespace Unwinder.Tests.Dwarf;

/// <summary>Damaged call frame information and random stacks: refused with a place, or unwound to an end.</summary>
public sealed class HostileFrameTests
{
    private const ulong Text = 0xffffffff81000000;
    private const ulong Stack = 0xffffc90000004000;

    [Fact]
    public void DamagedSectionsAreRefusedOrUnwoundToAnEnd() => Run(cases: 20_000, seed: 1);

    [Fact(Explicit = true)]
    public void AMillionDamagedSections() => Run(cases: 1_000_000, seed: 2);

    private static void Run(int cases, int seed)
    {
        var random = new Random(seed);
        var (refused, ended) = (0, new Dictionary<UnwindOutcome, int>());
        for (var i = 0; i < cases; i++)
        {
            var section = Damage(random, Sound(random));
            try
            {
                var table = FrameTable.Read([section]);
                var outcome = Walk(random, table);
                ended[outcome] = ended.GetValueOrDefault(outcome) + 1;
            }
            catch (DwarfFormatException)
            {
                refused++;
            }
        }

        // All of it happened, not only refusals at the first byte.
        Assert.InRange(refused, cases / 20, cases * 9 / 10);
        Assert.True(ended.Count >= 7, string.Join(", ", ended));
    }

    private static UnwindOutcome Walk(Random random, FrameTable table)
    {
        var words = new ulong[64];
        for (var i = 0; i < words.Length; i++)
            words[i] = RandomWord(random);
        var stacks = new FakeStacks().Add(StackKind.Task, Stack, words).Add(StackKind.Irq, ulong.MaxValue - 0xff, new ulong[32]);
        var registers = new StartRegisters { Ip = Text + (ulong)random.Next(0x300) };
        for (var i = 0; i < GeneralRegisters.Count; i++)
            registers.General[i] = RandomWord(random);
        registers.General[GeneralRegisters.Sp] = Stack + (ulong)random.Next(512);

        var interpreted = new DwarfUnwinder<InterpretedRows, FakeStacks>(new(table), stacks);
        var outcome = interpreted.Start(registers, out var state);
        for (var steps = 0; outcome == UnwindOutcome.Caller; steps++)
        {
            Assert.True(steps < 1000, "an unwind that does not end");
            outcome = interpreted.Next(ref state);
        }

        // What is made beforehand says the same.
        if (CountRows(table) < 10_000)
        {
            var expanded = new DwarfUnwinder<ExpandedRows.Lookup, FakeStacks>(new ExpandedRows(table).CreateLookup(), stacks);
            var other = expanded.Start(registers, out var otherState);
            while (other == UnwindOutcome.Caller)
                other = expanded.Next(ref otherState);
            Assert.Equal((outcome, state.Frame.Ip, state.Frame.Sp, state.Frame.Bp), (other, otherState.Frame.Ip, otherState.Frame.Sp, otherState.Frame.Bp));
        }

        return outcome;
    }

    private static int CountRows(FrameTable table)
    {
        var program = new CallFrameProgram();
        var rows = 0;
        foreach (var description in table.Descriptions)
        {
            for (program.Start(description); program.MoveNext();)
                rows++;
        }

        return rows;
    }

    private static FrameSection Sound(Random random)
    {
        var bytes = new FrameBytes(random.Next(2) == 0 ? FrameSectionKind.EhFrame : FrameSectionKind.DebugFrame);
        for (var common = 0; common < 2; common++)
        {
            bytes.Common(random.Next(2) == 0 ? "zR" : "zRS", [0], [.. FrameBytes.UsualStart, .. Program(random, random.Next(4))], (byte)(random.Next(2) == 0 ? 1 : 3));
            for (var i = 0; i < 3; i++)
                bytes.Description(Text + (ulong)(0x80 * ((2 * i) + common)), 0x80, Program(random, random.Next(12)), augmentation: [0]);
        }

        return bytes.Section();
    }

    private static byte[] Program(Random random, int instructions)
    {
        byte[][] known =
        [
            [0x41], [0x02, 3], [0x0e, 16], [0x0e, 24], [0x0d, 6], [0x0c, 7, 8], [0x83, 2], [0x86, 3], [0xc3], [0x0a], [0x0b], [0x07, 16], [0x08, 3],
            [0x0f, 3, 0x76, 0x78, 0x06], [0x10, 3, 2, 0x77, 8], [0x16, 12, 3, 0x7c, 0, 0x1f], [0x09, 3, 12], [0x2e, 8], [0x14, 7, 2], [0x0f, 4, 0x30, 0x2f, 0xfc, 0xff],
        ];
        var program = new List<byte>();
        for (var i = 0; i < instructions; i++)
            program.AddRange(known[random.Next(known.Length)]);
        return [.. program];
    }

    private static FrameSection Damage(Random random, FrameSection section)
    {
        var bytes = section.Bytes.ToArray();
        for (var i = random.Next(4); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return section with { Bytes = bytes.AsMemory(0, random.Next(8) == 0 ? random.Next(bytes.Length) : bytes.Length) };
    }

    private static ulong RandomWord(Random random) => random.Next(6) switch
    {
        0 => Stack + (ulong)random.Next(600),
        1 => unchecked(0UL - (ulong)random.Next(300)),
        2 => (ulong)random.NextInt64(),
        _ => Text + (ulong)random.Next(0x300),
    };
}
