using System.CommandLine;
using System.CommandLine.Parsing;
using Harness.Execution;
using Harness.Fixtures;

namespace Harness.Commands;

/// <summary>Options that name a point of a run, and the interrupts that lead to it.</summary>
internal static class PointOptions
{
    private static readonly Dictionary<string, InterruptKind> _kinds = new()
    {
        ["--irq"] = InterruptKind.Irq,
        ["--nmi"] = InterruptKind.Nmi,
        ["--fault"] = InterruptKind.Fault,
    };

    public static Option<string?> At { get; } = new("--at") { Description = "Show this point in full.", HelpName = "SYM+OFF[#VISIT]" };

    public static Option<string[]> Irq { get; } = InterruptOption("--irq", "Deliver an IRQ there. Of several interrupts each is delivered inside the one before it.");

    public static Option<string[]> Nmi { get; } = InterruptOption("--nmi", "Deliver an NMI there.");

    public static Option<string[]> PageFault { get; } = InterruptOption("--fault", "Deliver a page fault there whose handler only returns.");

    /// <summary>The interrupts in the order of the command line, whatever their kinds.</summary>
    public static IReadOnlyList<InterruptRequest> NestOf(ParseResult result)
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

    private static Option<string[]> InterruptOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SYM+OFF[#VISIT]",
        Arity = ArgumentArity.OneOrMore,
    };
}
