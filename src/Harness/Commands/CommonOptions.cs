using System.CommandLine;
using System.CommandLine.Parsing;
using Harness.Fixtures;
using Harness.Toolchain;
using Undwarf;
using Undwarf.Quirks;
using Unwinder;

namespace Harness.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>How a message about an option that does not exist begins.</summary>
    public const string UnknownOption = "unknown option";

    public static Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Fixtures (.s .S .c .o or linked files) and folders of them; asm-fixtures if left out.",
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { RefuseOptions },
    };

    public static Option<InterruptMode> Interrupts { get; } = new("--interrupts")
    {
        Description = "none: unwind at each instruction; each: also deliver an interrupt at each; nested: and inside those.",
        HelpName = "none|each|nested",
        CustomParser = result => result.Tokens[0].Value switch
        {
            "none" => InterruptMode.None,
            "each" => InterruptMode.Each,
            "nested" => InterruptMode.Nested,
            var other => Invalid(result, $"--interrupts {other}: expected none, each or nested"),
        },
    };

    public static Option<string> Unwinder { get; } = new("--unwinder")
    {
        Description = "What finds the callers.",
        HelpName = string.Join('|', UnwinderKinds.Names),
        DefaultValueFactory = _ => UnwinderKinds.NameOf(UnwinderKind.Undwarf),
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && UnwinderKinds.Parse(token.Value) is null)
                    result.AddError($"--unwinder {token.Value}: expected one of {string.Join(", ", UnwinderKinds.Names)}");
            },
        },
    };

    public static Option<bool> EveryVisit { get; } = new("--every-visit")
    {
        Description = "Interrupt every execution of an instruction, not once for each way to be there.",
    };

    public static Option<string> Tables { get; } = new("--tables")
    {
        Description = "Which tables are used: undwarf as generated here, or ORC, that of a shipped object file if it has one.",
        HelpName = "undwarf|orc",
        DefaultValueFactory = _ => "undwarf",
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && token.Value is not ("undwarf" or "orc"))
                    result.AddError($"--tables {token.Value}: expected undwarf or orc");
            },
        },
    };

    public static Option<string?> Entry { get; } = new("--entry")
    {
        Description = "The shapes of the entry code that fixtures without their own run on; 2017 if left out, call-frames and frame-pointers for the unwinders that go by these.",
        HelpName = string.Join('|', EntryCodes.Names),
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && EntryCodes.Parse(token.Value) is null)
                    result.AddError($"--entry {token.Value}: expected one of {string.Join(", ", EntryCodes.Names)}");
            },
        },
    };

    public static Option<string?> Filter { get; } = new("--filter") { Description = "Only fixtures whose name (group/file) matches this glob.", HelpName = "GLOB" };

    public static Option<int> Jobs { get; } = new("--jobs", "-j")
    {
        Description = "How many files to work on at a time.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Option<string[]> Quirks { get; } = new("--quirk")
    {
        Description = "A fault of the past to repeat (what each brings back: harness repro --list); may be given several times.",
        HelpName = "NAME",
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(token => QuirkCatalog.Parse(token.Value) is null))
                    result.AddError($"--quirk {token.Value}: expected {QuirkCatalog.AllName} or one of {string.Join(", ", QuirkCatalog.All.Select(quirk => quirk.Name))}");
            },
        },
    };

    public static Option<string> Compiler { get; } = new("--cc") { Description = "The C compiler.", HelpName = "COMPILER", DefaultValueFactory = _ => FixtureCompiler.DefaultCompiler };

    public static Option<string> CompilerFlags { get; } = new("--cflags") { Description = "Options for the C compiler, after the kernel's own.", HelpName = "OPTIONS", DefaultValueFactory = _ => "" };

    /// <summary>The fixtures that a command line names.</summary>
    public static IReadOnlyList<Fixture> FixturesOf(ParseResult result)
    {
        var paths = result.GetValue(Paths) is { Length: > 0 } given ? given : [RepositoryFolders.Fixtures];
        var fixtures = FixtureDiscovery.Find(paths, result.GetValue(Filter));
        return fixtures.Count > 0 ? fixtures : throw new InputException($"no fixtures in {string.Join(", ", paths)} that match");
    }

    /// <summary>What a command line wants callers to be found by.</summary>
    public static UnwinderKind UnwinderOf(ParseResult result) => UnwinderKinds.Parse(result.GetRequiredValue(Unwinder))!.Value;

    /// <summary>What turns fixtures into objects.</summary>
    public static FixturePreparer PreparerOf(ParseResult result) => new(new FixtureCompiler(
        result.GetRequiredValue(Compiler),
        result.GetRequiredValue(CompilerFlags).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        RepositoryFolders.Include), QuirksOf(result),
        entry: result.GetValue(Entry) is { } entry ? EntryCodes.Parse(entry)!.Value : EntryCodes.DefaultFor(UnwinderOf(result)),
        format: result.GetValue(Tables) == "orc" ? OrcFormat.Linux64 : null);

    /// <summary>What turns programs of our own making into objects.</summary>
    public static FixturePreparer GeneratedPreparerOf(ParseResult result) => new(
        new FixtureCompiler(FixtureCompiler.DefaultCompiler, [], RepositoryFolders.Include), QuirksOf(result),
        entry: result.GetValue(Entry) is { } entry ? EntryCodes.Parse(entry)!.Value : EntryCode.Linux2017,
        format: result.GetValue(Tables) == "orc" ? OrcFormat.Linux64 : null);

    /// <summary>The faults that a command line asks for.</summary>
    public static QuirkSet QuirksOf(ParseResult result) =>
        (result.GetValue(Quirks) ?? []).Aggregate(QuirkSet.None, (flags, name) => flags | QuirkCatalog.Parse(name)!.Value);

    /// <summary>The same with the machine's own compiler and no options.</summary>
    public static FixturePreparer DefaultPreparer() => new(new FixtureCompiler(FixtureCompiler.DefaultCompiler, [], RepositoryFolders.Include));

    /// <summary>What looks like an option and is none is a slip of the pen, not a file.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } token)
            result.AddError($"{UnknownOption} '{token.Value}'");
    }

    private static InterruptMode Invalid(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
