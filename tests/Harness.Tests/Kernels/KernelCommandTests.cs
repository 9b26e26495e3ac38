using System.Text.Json;
using Harness.Tests.Kit;

namespace Harness.Tests.Kernels;

/// <summary><c>harness verify --vmlinux</c>.</summary>
[Collection(ConsoleTests.Name)]
public sealed class KernelCommandTests
{
    public static TheoryData<string, string> BadCommandLines => new()
    {
        { "verify --call strlen(0)", "--call is about a kernel, which --vmlinux names" },
        { "verify --cpu none", "--cpu is about a kernel, which --vmlinux names" },
        { "verify --vmlinux {small}", "nothing to call: give --call or --calls" },
        { "verify --vmlinux {missing} --call f()", "{missing}: no such file" },
        { "verify --vmlinux {text} --call f()", "{text}: it is neither an ELF file, nor compressed in a known way, nor a vmlinuz" },
        { "verify --vmlinux {small} --call f()", "{small}: no ORC tables (.orc_unwind, .orc_unwind_ip): nothing to unwind by (CONFIG_UNWINDER_ORC)" },
        { "verify --vmlinux {stripped} --call f()", "{stripped}: no section .rodata: is it a kernel?" },
        { "verify --vmlinux {small} --module {text} --call f()", "{text}: it is neither an ELF file, nor compressed in a known way, nor a vmlinuz" },
        { "verify --vmlinux {small} --call f(", "--call: expected a name at 'the end'" },
        { "verify --vmlinux {small} --calls {missing}", "{missing}: no such file" },
        { "verify --vmlinux {small} --calls {text}", "{text}:1: expected '==' at 'the end'" },
        { "verify --vmlinux {small} --call f() --cpu 486", "--cpu 486: expected unpatched or one of none, x86-64, x86-64-v2, server" },
        { "verify --vmlinux {small} --call f() --shard 1/2", "--shard: is about fixtures, not a kernel's functions" },
        { "verify --vmlinux {small} --call f() --interrupts nested", "--interrupts nested: not for a kernel's functions; none or each" },
        { "verify --vmlinux {small} --call f() --unwinder guess", "--unwinder: a kernel's functions are unwound by its own tables only" },
        { "verify --vmlinux {small} --call f() {text}", "{text}: fixtures and --vmlinux can't be verified in one run" },
    };

    [Theory]
    [MemberData(nameof(BadCommandLines))]
    public void BadInput_IsOneLineAndExitCode2(string command, string message)
    {
        using var program = new LinkedProgram().Fixture("functions/leaf");
        program.Link("small", script: null, "-e", "main", "-Ttext=0xffffffff81000000");
        program.Link("stripped", script: null, "-s", "-e", "main", "-Ttext=0xffffffff81000000");
        File.WriteAllText(program["text"], "hello\n");
        string InFolder(string text) => text.Replace("{", program[""] + "/", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

        var result = HarnessProgram.Call([.. command.Split(' ').Select(InFolder)]);
        Assert.Equal((2, "", $"harness: {InFolder(message)}\n"), (result.ExitCode, result.Output, result.Errors));
    }

    [Fact]
    public void Calls_AreWrittenAsTextAndJson()
    {
        using var scratch = new Scratch();
        var result = HarnessProgram.Call(
            "verify", "--vmlinux", ShippedKernel.Require("6.1"), "--call", "strlen(\"hello\") => 5", "--call", "strlen(\"a\") => 2", "--json", scratch["results"]);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("FAIL strlen(2): strlen returned 1, not 2\n", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nLinux 6\.1\.[^ ]* \(orc-4\.18\): 1 functions called, 2 entered; 1 of 2 calls as expected\n$", result.Output);

        using var json = JsonDocument.Parse(File.ReadAllText(scratch["results"]));
        Assert.False(json.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(["strlen"], json.RootElement.GetProperty("kernel").GetProperty("functionsCalled").EnumerateArray().Select(name => name.GetString()));
        Assert.True(json.RootElement.GetProperty("kernel").GetProperty("rowsUsed").GetInt32() >= 2);
        Assert.Equal(2, json.RootElement.GetProperty("fixtures").GetArrayLength());
    }

    /// <summary>A module that needs another says which.</summary>
    [Fact]
    public void ModuleWithoutItsDependencies_SaysWhatIsMissing()
    {
        var module = ShippedKernel.RequireModule("6.1", "btrfs");
        var result = HarnessProgram.Call("verify", "--vmlinux", ShippedKernel.Require("6.1"), "--module", module, "--call", "strlen(\"a\")");
        Assert.Equal(2, result.ExitCode);
        Assert.Matches($"^harness: .*btrfs\\.ko: neither the kernel nor another module given exports '[a-z0-9_]*'; it depends on [a-z0-9_,]*: give those with --module too\n$", result.Errors);
    }
}
