namespace Emulator.Tests;

/// <summary>A machine with a program, a stack and a page of data, as most tests want it.</summary>
internal sealed class Guest : IDisposable
{
    public const ulong TextBase = 0xffff_ffff_8100_0000;
    public const ulong StackBase = 0xffff_c900_0000_0000;
    public const ulong DataBase = 0x60_0000;
    public const ulong PageSize = 0x1000;

    private const ulong StackSize = 0x8000;

    public Guest(string source, RegisterAccess access = RegisterAccess.Automatic)
    {
        SkipWithoutLibrary();
        Program = GuestAssembler.Assemble(source, TextBase);
        Machine = new Machine(new MachineOptions { RegisterAccess = access });
        var textSize = ((ulong)Program.Code.Length + PageSize - 1) / PageSize * PageSize;
        Text = Machine.Memory.Map("text", TextBase, textSize, GuestProtection.ReadExecute);
        Program.Code.CopyTo(Text.Bytes);
        Stack = Machine.Memory.Map("stack", StackBase, StackSize, GuestProtection.ReadWrite);
        Data = Machine.Memory.Map("data", DataBase, PageSize, GuestProtection.ReadWrite);
        Machine.Cpu.Rsp = StackTop;
    }

    public static ulong StackTop => StackBase + StackSize - 0x100;

    public Machine Machine { get; }

    public CpuState Cpu => Machine.Cpu;

    public GuestProgram Program { get; }

    public GuestRegion Text { get; }

    public GuestRegion Stack { get; }

    public GuestRegion Data { get; }

    public ulong this[string label] => Program[label];

    public static void SkipWithoutLibrary() =>
        Assert.SkipUnless(UnicornLibrary.Probe().IsAvailable, "libunicorn2 is not installed");

    /// <summary>Runs from a label with a bound that no test needs, so that a defect ends as a failure and not as a hang.</summary>
    public RunResult Run(MachineObserver? observer = null, string from = "start", long steps = 1_000_000) =>
        Machine.Run(observer ?? Script.Nothing, this[from], new RunLimits(steps));

    public RunResult Run(Action<ulong, uint> onInstruction, string from = "start") => Run(new Script(onInstruction), from);

    public RunResult Run(Func<ExceptionInfo, bool> onException, string from = "start") => Run(new Script(null, onException), from);

    /// <summary>Runs where the guest must reach its hlt.</summary>
    public RunResult RunToHlt(MachineObserver? observer = null, string from = "start")
    {
        var result = Run(observer, from);
        Assert.True(result.Status == RunStatus.Halted, result.ToString());
        return result;
    }

    public ulong Word(ulong address)
    {
        Assert.True(Machine.Memory.TryReadWord(address, out var value), $"0x{address:x} is not mapped");
        return value;
    }

    public void Dispose() => Machine.Dispose();
}
