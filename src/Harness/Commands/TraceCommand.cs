using System.CommandLine;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading.Patching;
using Harness.Tracing;

namespace Harness.Commands;

/// <summary><c>trace</c>: a run for a person to read, or one point of it in full.</summary>
internal static class TraceCommand
{
    private static readonly Argument<string> _path = new("PATH") { Description = "The fixture.", Validators = { CommonOptions.RefuseOptions } };

    private static readonly Option<string?> _at = new("--at") { Description = "Show this point in full.", HelpName = "SYM+OFF[#VISIT]" };

    private static readonly Option<string?> _irq = new("--irq") { Description = "Deliver an IRQ there.", HelpName = "SYM+OFF[#VISIT]" };

    private static readonly Option<string?> _nmi = new("--nmi") { Description = "Deliver an NMI there.", HelpName = "SYM+OFF[#VISIT]" };

    private static readonly Option<bool> _once = new("--once") { Description = "List each instruction once, not once for each caller." };

    private static readonly Option<bool> _patched = new("--patched")
    {
        Description = "Apply all alternatives, flip all jump labels, make all static calls direct.",
    };

    public static Command Create()
    {
        var command = new Command("trace", "Print a run: each instruction, its row, its callers; or one point of it in full.")
        {
            _path, _at, _irq, _nmi, CommonOptions.Interrupts, CommonOptions.Unwinder, _once, _patched, CommonOptions.Quirks, CommonOptions.Compiler, CommonOptions.CompilerFlags,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        Prerequisites.RequireUnicorn();
        var path = result.GetRequiredValue(_path);
        if (!File.Exists(path))
            throw new InputException($"{path}: no such file");
        if (result.GetValue(_irq) is not null && result.GetValue(_nmi) is not null)
            throw new InputException("--irq and --nmi together are for mode nested, which is not there yet");

        var request = new TraceRequest(
            result.GetValue(_at),
            result.GetValue(_irq) ?? result.GetValue(_nmi),
            result.GetValue(_nmi) is null ? InterruptKind.Irq : InterruptKind.Nmi)
        {
            Interrupts = result.GetValue(CommonOptions.Interrupts),
            Unwinder = CommonOptions.UnwinderOf(result),
            EachInstructionOnce = result.GetValue(_once),
            Variant = result.GetValue(_patched) ? CodeVariant.Patched : CodeVariant.AsBuilt,
        };
        var (text, isRight) = new FixtureTracer(CommonOptions.PreparerOf(result)).Trace(FixtureDiscovery.Read(path), request);
        Console.Out.Write(text);
        return isRight ? ExitCode.Success : ExitCode.Findings;
    }
}
