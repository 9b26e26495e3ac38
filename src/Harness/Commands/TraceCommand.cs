using System.CommandLine;
using System.CommandLine.Parsing;
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

    private static readonly Dictionary<string, InterruptKind> _kinds = new()
    {
        ["--irq"] = InterruptKind.Irq,
        ["--nmi"] = InterruptKind.Nmi,
        ["--fault"] = InterruptKind.Fault,
    };

    private static readonly Option<string[]> _irq = InterruptOption("--irq", "Deliver an IRQ there. Of several interrupts each is delivered inside the one before it.");

    private static readonly Option<string[]> _nmi = InterruptOption("--nmi", "Deliver an NMI there.");

    private static readonly Option<string[]> _fault = InterruptOption("--fault", "Deliver a page fault there whose handler only returns.");

    private static readonly Option<bool> _once = new("--once") { Description = "List each instruction once, not once for each caller." };

    private static readonly Option<bool> _patched = new("--patched")
    {
        Description = "Apply all alternatives, flip all jump labels, make all static calls direct.",
    };

    public static Command Create()
    {
        var command = new Command("trace", "Print a run: each instruction, its row, its callers; or one point of it in full.")
        {
            _path, _at, _irq, _nmi, _fault, CommonOptions.Interrupts, CommonOptions.EveryVisit, CommonOptions.Entry, CommonOptions.Unwinder, CommonOptions.Tables, _once, _patched, CommonOptions.Quirks, CommonOptions.Compiler, CommonOptions.CompilerFlags,
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
        var request = new TraceRequest(result.GetValue(_at))
        {
            Nest = NestOf(result),
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

    private static Option<string[]> InterruptOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SYM+OFF[#VISIT]",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The interrupts in the order of the command line, whatever their kinds.</summary>
    private static List<InterruptRequest> NestOf(ParseResult result)
    {
        var nest = new List<InterruptRequest>();
        InterruptKind? kind = null;
        foreach (var token in result.Tokens)
        {
            if (token.Type == TokenType.Option)
                kind = _kinds.TryGetValue(token.Value, out var known) ? known : null;
            else if (kind is { } of)
                nest.Add(new InterruptRequest(of, token.Value));
        }

        return nest;
    }
}
