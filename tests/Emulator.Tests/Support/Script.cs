namespace Emulator.Tests;

/// <summary>An observer made of two lambdas.</summary>
internal sealed class Script(Action<ulong, uint>? onInstruction = null, Func<ExceptionInfo, bool>? onException = null) : MachineObserver
{
    public static Script Nothing { get; } = new();

    public override void OnInstruction(ulong rip, uint length) => onInstruction?.Invoke(rip, length);

    public override bool OnException(in ExceptionInfo exception) => onException?.Invoke(exception) ?? false;
}
