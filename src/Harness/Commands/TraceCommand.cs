using System.CommandLine;
using Harness.Fixtures;
using Harness.Loading.Patching;
using Harness.Tracing;

namespace Harness.Commands;

/// <summary><c>trace</c>: a run for a person to read, or one point of it in full.</summary>
internal static class TraceCommand
{
    private static readonly Argument<string> _path = new("PATH") { Description = "The fixture.", Validators = { CommonOptions.RefuseOptions } };

    private static readonly Option<bool> _once = new("--once") { Description = "List each instruction once, not once for each caller." };

    private static readonly Option<bool> _patched = new("--patched")
    {
        Description = "Apply all alternatives, flip all jump labels, make all static calls direct.",
    };

    public static Command Create()
    {
        var command = new Command("trace", "Print a run: each instruction, its row, its callers; or one point of it in full.")
        {
            _path, PointOptions.At, PointOptions.Irq, PointOptions.Nmi, PointOptions.PageFault, CommonOptions.Interrupts, CommonOptions.EveryVisit, CommonOptions.Entry, CommonOptions.Unwinder, CommonOptions.Tables,
            _once, _patched, CommonOptions.Quirks, CommonOptions.Compiler, CommonOptions.CompilerFlags,
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
        var request = new TraceRequest(result.GetValue(PointOptions.At))
        {
            Nest = PointOptions.NestOf(result),
            Interrupts = result.GetValue(CommonOptions.Interrupts),
            EveryVisit = result.GetValue(CommonOptions.EveryVisit),
            Unwinder = CommonOptions.UnwinderOf(result),
            EachInstructionOnce = result.GetValue(_once),
            Variant = result.GetValue(_patched) ? CodeVariant.Patched : CodeVariant.AsBuilt,
        };
        var (text, isRight) = new FixtureTracer(CommonOptions.PreparerOf(result)).Trace(FixtureDiscovery.Read(path), request);
        Console.Out.Write(text);
        return isRight ? ExitCode.Success : ExitCode.Findings;
    }
}
