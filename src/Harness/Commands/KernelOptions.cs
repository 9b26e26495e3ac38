using System.CommandLine;
using Elf;
using Harness.Fixtures;
using Harness.Kernels.Calls;
using Harness.Kernels.Files;
using Harness.Kernels.Loading;
using Harness.Kernels.Patching;
using Harness.Kernels.Symbols;
using Harness.Kernels.Verification;
using Harness.Verification;
using Harness.Verification.Results;
using Unwinder;

namespace Harness.Commands;

/// <summary>Options of <c>verify</c> about a kernel's own functions instead of fixtures.</summary>
internal static class KernelOptions
{
    public static Option<string?> Kernel { get; } = new("--vmlinux")
    {
        Description = "Verify functions of this kernel (a vmlinux or vmlinuz, compressed in any way) by the tables it was shipped with.",
        HelpName = "FILE",
    };

    public static Option<string[]> Modules { get; } = new("--module") { Description = "A module of that kernel, to be loaded too; may be given several times.", HelpName = "FILE.ko" };

    public static Option<string[]> Calls { get; } = new("--call")
    {
        Description = "What to call: 'function(arguments) => result', see docs/kernel-code.md; may be given several times.",
        HelpName = "CALL",
    };

    public static Option<string[]> Lists { get; } = new("--calls") { Description = "A file with a call on each line; may be given several times.", HelpName = "FILE" };

    public static Option<string> Cpu { get; } = new("--cpu")
    {
        Description = "The processor for which the kernel patches its code (alternatives, retpolines, return thunks, static calls, ftrace); unpatched: as it was built.",
        HelpName = string.Join('|', CpuModel.All.Select(model => model.Name).Prepend(CpuModel.Unpatched)),
        DefaultValueFactory = _ => CpuModel.Unpatched,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && token.Value != CpuModel.Unpatched && CpuModel.Parse(token.Value) is null)
                    result.AddError($"--cpu {token.Value}: expected {CpuModel.Unpatched} or one of {string.Join(", ", CpuModel.All.Select(model => model.Name))}");
            },
        },
    };

    public static Option<bool> Heap { get; } = new("--heap")
    {
        Description = "Let kmalloc, vmalloc and their kin give out memory of the harness's own: the kernel has not booted and has none.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [Kernel, Modules, Calls, Lists, Cpu, Heap];

    /// <summary>Does the command line want a kernel verified?</summary>
    /// <exception cref="InputException">It gives what belongs to a kernel, but none.</exception>
    public static bool AreGiven(ParseResult result)
    {
        if (result.GetValue(Kernel) is not null)
            return true;
        var other = All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false });
        return other is null ? false : throw new InputException($"{other.Name} is about a kernel, which --vmlinux names");
    }

    /// <summary>Verifies the calls, writes what came of it and returns the exit code.</summary>
    /// <exception cref="InputException">Files or calls that can't be used.</exception>
    public static int Run(ParseResult result, Command command, VerificationOptions options, SortedDictionary<string, string> influential)
    {
        RefuseOthers(result, command);
        var calls = CallsOf(result);
        var preparer = CommonOptions.DefaultPreparer();
        var runtime = KernelRuntime.Of(preparer, result.GetValue(Heap));
        var kernel = KernelImageBuilder.Build(
            SymbolTableRecovery.Recover(KernelFile.ReadKernel(result.GetValue(Kernel)!)),
            [.. (result.GetValue(Modules) ?? []).Select(KernelFile.ReadModule)],
            runtime.Select(support => support.File),
            CpuModel.Parse(result.GetRequiredValue(Cpu)),
            result.GetValue(Heap));
        var (results, totals) = new CallBatch(kernel, new CallVerifier(kernel, options, ReplayOf(result)))
            .Run(calls, Math.Max(1, result.GetValue(CommonOptions.Jobs)));

        var identity = new RunIdentity(RunIdentity.ThisProgram, RunIdentity.Fingerprint(runtime.Select(support => support.Hash)), influential);
        var file = VerificationFile.Of(identity, ShardNumber.Only, results) with { Kernel = totals };
        if (result.GetValue(ResultOptions.Json) is { } path)
            ResultJson.Write(path, file);
        Console.Out.Write(KernelSummary.Write(results, totals, result.GetValue(ResultOptions.Uncovered)));
        return file.Passed ? ExitCode.Success : ExitCode.Findings;
    }

    private static List<KernelCall> CallsOf(ParseResult result)
    {
        var parser = new CallParser(Directory.GetCurrentDirectory());
        List<KernelCall> calls =
        [
            .. (result.GetValue(Calls) ?? []).Select(text => parser.Parse(text, "--call")),
            .. (result.GetValue(Lists) ?? []).SelectMany(CallParser.ReadList),
        ];
        return calls.Count > 0 ? calls : throw new InputException("nothing to call: give --call or --calls");
    }

    /// <summary>What would be without effect is refused.</summary>
    private static void RefuseOthers(ParseResult result, Command command)
    {
        Option[] applicable =
            [.. All, CommonOptions.Interrupts, CommonOptions.EveryVisit, CommonOptions.Unwinder, CommonOptions.Jobs, ResultOptions.Uncovered, ResultOptions.Json];
        if (command.Options.Except(applicable).FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } other)
            throw new InputException($"{other.Name}: is about fixtures, not a kernel's functions");
        if (result.GetValue(CommonOptions.Paths) is { Length: > 0 } paths)
            throw new InputException($"{paths[0]}: fixtures and --vmlinux can't be verified in one run");
        if (CommonOptions.UnwinderOf(result) != UnwinderKind.Undwarf)
            throw new InputException("--unwinder: a kernel's functions are unwound by its own tables only");
        if (result.GetValue(CommonOptions.Interrupts) == InterruptMode.Nested)
            throw new InputException("--interrupts nested: not for a kernel's functions; none or each");
    }

    private static List<string> ReplayOf(ParseResult result)
    {
        List<string> words = ["./harness", "verify", "--vmlinux", result.GetValue(Kernel)!];
        foreach (var module in result.GetValue(Modules) ?? [])
            words.AddRange(["--module", module]);
        if (result.GetRequiredValue(Cpu) is var cpu and not CpuModel.Unpatched)
            words.AddRange(["--cpu", cpu]);
        if (result.GetValue(Heap))
            words.Add("--heap");
        if (result.GetValue(CommonOptions.Interrupts) is InterruptMode.Each)
            words.AddRange(["--interrupts", "each"]);
        if (result.GetValue(CommonOptions.EveryVisit))
            words.Add("--every-visit");
        return words;
    }
}
