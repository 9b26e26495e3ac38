using System.Globalization;

namespace Emulator.Tests;

/// <summary>Watches the whole process, so nothing may run beside it.</summary>
[Collection(nameof(LeakTests))]
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
public class LeakTests
{
    // Allocators and the JIT reach a plateau first.
    private const int WarmUp = 1000;
    private const int Cycles = 1500;

    // An engine is 3 MB, the regions of a cycle 260 KB, its saved contexts 16 KB; Unicorn itself loses half a kilobyte.
    private const long Tolerated = 12 * 1024;

    [Fact]
    public void ThousandsOfMachines_LeakLittle() => AssertLeaksLittle(() =>
    {
        using var machine = new Machine();
        Use(machine);
    });

    [Fact]
    public void ThousandsOfResets_LeakLittle()
    {
        Guest.SkipWithoutLibrary();
        using var machine = new Machine();
        AssertLeaksLittle(() =>
        {
            Use(machine);
            machine.Reset();
        });
    }

    private static void AssertLeaksLittle(Action cycle)
    {
        Guest.SkipWithoutLibrary();
        for (var i = 0; i < WarmUp; i++)
            cycle();
        var before = ResidentBytes();
        for (var i = 0; i < Cycles; i++)
            cycle();
        var lost = (ResidentBytes() - before) / Cycles;
        Assert.True(lost < Tolerated, $"{lost} bytes each time");
    }

    private static void Use(Machine machine)
    {
        machine.Memory.Map("text", Guest.TextBase, Guest.PageSize, GuestProtection.ReadExecute);
        machine.Memory.Write(Guest.TextBase, [0xb8, 1, 0, 0, 0, 0xf4]); // mov eax, 1; hlt
        machine.Memory.Map("data", Guest.DataBase, 64 * Guest.PageSize, GuestProtection.ReadWrite).Bytes.Fill(1);
        using var snapshot = machine.TakeSnapshot();
        Assert.Equal(RunStatus.Halted, machine.Run(Script.Nothing, Guest.TextBase, new RunLimits(Time: TimeSpan.FromSeconds(60))).Status);
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var pages = File.ReadAllText("/proc/self/statm").Split(' ')[1];
        return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
