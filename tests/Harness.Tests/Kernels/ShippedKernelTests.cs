using Elf;
using Harness.Fixtures;
using Harness.Kernels.Files;
using Harness.Kernels.Patching;
using Harness.Kernels.Symbols;
using Harness.Verification;
using Objtool.Decoding;

namespace Harness.Tests.Kernels;

/// <summary>Functions of kernels that Debian ships, by the tables that they were shipped with.</summary>
public sealed class ShippedKernelTests
{
    private const string Sort = "sort(a=u32(5, 3, 9), 3, 4, &gid_cmp, 0); a == u32(3, 5, 9)";

    public static TheoryData<string> Releases => ShippedKernel.Releases;

    /// <summary>Two lists that the kernel's build makes independently of each other.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public void Names_AreThoseOfTheExports(string release)
    {
        var kernel = KernelFile.ReadKernel(ShippedKernel.Require(release));
        var names = Kallsyms.Read(kernel).Select(symbol => (symbol.Name, symbol.Address)).ToHashSet();
        (string, ulong)[] exports = [.. ExportTable.OfKernel(kernel)];
        Assert.True(exports.Length > 9000, $"{exports.Length} exports");
        Assert.Equal([], exports.Where(export => !names.Contains(export)).ToArray());
    }

    /// <summary>Bytes of the names' tables changed at random: names, or one clear error.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public void DamagedNames_AreReadOrRefused(string release)
    {
        var kernel = KernelFile.ReadKernel(ShippedKernel.Require(release));
        var section = kernel.FindSection(".rodata")!;
        var random = new Random(20170628);
        var tokens = section.Contents.LastIndexOf("0\01\02\03\04\05\06\07\08\09\0"u8);
        var refused = 0;
        for (var round = 0; round < 6; round++)
        {
            var bytes = kernel.Bytes.ToArray();
            for (var i = 0; i < 40; i++)
                bytes[(int)section.Offset + Math.Clamp(tokens + random.Next(-2_000_000, 400_000), 0, section.Contents.Length - 1)] = (byte)random.Next(256);
            try
            {
                Kallsyms.Read(ElfFile.Read(bytes, "damaged"));
            }
            catch (InputException exception)
            {
                Assert.StartsWith("damaged: ", exception.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(refused > 0);
    }

    /// <summary>What a processor's kernel looks like when it has patched itself.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public void PatchedCode_HasNoTracerCallsThunksOrReturnThunks(string release)
    {
        var image = ShippedKernel.Link(ShippedKernel.Read(release), CpuModel.Parse("server")).Image;
        string[] unwanted = ["__fentry__", "__x86_return_thunk", .. Enumerable.Range(8, 8).Select(register => $"__x86_indirect_thunk_r{register}"), "__x86_indirect_thunk_rax"];
        var targets = unwanted.Select(name => image.Symbols.Find(name)!.Value.Address).ToHashSet();
        foreach (var name in new[] { "vsnprintf", "sort_r", "bsearch", "memcpy", "strlen", "sha256_update", "sort" })
        {
            var (address, size) = image.Symbols.Find(name)!.Value;
            for (var offset = 0UL; offset < size;)
            {
                var instruction = InstructionDecoder.Decode(image.CodeAt(address + offset, Math.Min(15, size - offset)), address + offset);
                Assert.True(instruction.Length > 0, $"{name}+0x{offset:x} does not decode");
                Assert.False(targets.Contains(instruction.Target), $"{name}+0x{offset:x}");
                offset += (ulong)instruction.Length;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Strlen_IsVerifiedByItsOwnRows(string release)
    {
        var report = ShippedKernel.Verify(ShippedKernel.Load(release), "strlen(\"hello\") => 5", InterruptMode.Each).Report;
        AssertPassed(report);
        Assert.True(report.Counters is { Points: > 500, Interrupts: > 20, RowsUsed: >= 2, BlindPoints: 0 }, report.Counters.ToString());
    }

    /// <summary>Retpolines are blind, as their authors declared; a kernel that has patched them away has no blind point.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public void Retpolines_AreBlindUntilTheyArePatchedAway(string release)
    {
        var asBuilt = ShippedKernel.Verify(ShippedKernel.Load(release), Sort, InterruptMode.Each).Report;
        AssertPassed(asBuilt);
        Assert.True(asBuilt.Counters.BlindPoints > 0);

        var patched = ShippedKernel.Verify(ShippedKernel.Link(ShippedKernel.Read(release), CpuModel.Parse("none")), Sort, InterruptMode.Each).Report;
        AssertPassed(patched);
        Assert.Equal((0, patched.Counters.Instructions), (patched.Counters.BlindPoints, patched.Counters.Points));
        Assert.True(patched.Counters.Instructions < asBuilt.Counters.Instructions);
    }

    [Fact]
    public void WrongResult_IsReported()
    {
        var kernel = ShippedKernel.Load("6.1");
        Assert.Equal("strlen returned 5, not 6", ShippedKernel.Verify(kernel, "strlen(\"hello\") => 6").Report.Unmet);
        Assert.Equal("d: byte 1 is 626300, not 786300", ShippedKernel.Verify(kernel, "strcpy(d=out(4), \"abc\"); d == \"axc\"").Report.Unmet);
        Assert.Equal("where the result of strchr points to: byte 0 is 6200, not 6300", ShippedKernel.Verify(kernel, "strchr(\"ab\", 'b') => \"c\"").Report.Unmet);
    }

    /// <summary>Nothing is mapped behind a buffer.</summary>
    [Fact]
    public void AccessBehindABuffer_EndsTheCall()
    {
        var report = ShippedKernel.Verify(ShippedKernel.Load("6.1"), "memset(out(16), 0, 17)").Report;
        Assert.Contains("Write of 0xffff888100001000", report.Execution?.Message, StringComparison.Ordinal);
        Assert.False(report.Passed);
    }

    /// <summary>Each call finds the kernel as if it were the first.</summary>
    [Fact]
    public void Memory_IsPutBackBetweenCalls()
    {
        const string Count = "errseq_set(&system_state, -5); errseq_check(&system_state, 0) => int -5";
        var kernel = ShippedKernel.Load("6.1");
        var first = ShippedKernel.Verify(kernel, [Count, "errseq_check(&system_state, 0) => int 0"]);
        Assert.All(first, report => AssertPassed(report.Report));
    }

    [Theory]
    [InlineData("nosuchfunction()", "test: there is no 'nosuchfunction' in the kernel")]
    [InlineData("xfs:xfs_da_hashname(0)", "test: module xfs was not given")]
    [InlineData("memset(nowhere, 0, 1)", "test: there is no 'nowhere' in this line before; the kernel's names begin with &")]
    [InlineData("memset(*nowhere, 0, 1)", "test: there is no 'nowhere' in this line before; the kernel's names begin with &")]
    [InlineData("n = strlen(\"a\"); memset(*n, 0, 1)", "test: there is no word of memory at 0x1")]
    [InlineData("memset(a=out(1), a=out(2))", "test: two buffers have the name 'a'")]
    [InlineData("linux_banner()", "test: linux_banner is no function")]
    [InlineData("strlen#2(\"a\")", "test: strlen#2: there are 1 of that name")]
    public void WhatTheKernelDoesNotHave_IsOneErrorThatNamesIt(string call, string message)
    {
        var kernel = ShippedKernel.Load("6.1");
        Assert.Equal(message, Assert.Throws<InputException>(() => ShippedKernel.Verify(kernel, call)).Message);
    }

    [Fact]
    public void AmbiguousName_IsRefusedWithItsMeanings()
    {
        var kernel = ShippedKernel.Load("6.1");
        var message = Assert.Throws<InputException>(() => ShippedKernel.Verify(kernel, "cmp_range(0, 0)")).Message;
        Assert.Matches("^test: several are called cmp_range: cmp_range#1 at 0xffffffff8[0-9a-f]{7}, cmp_range#2 at 0xffffffff8[0-9a-f]{7}$", message);
    }

    [Theory]
    [InlineData("? nosuchfunction()", "left out, as there is no 'nosuchfunction' in the kernel")]
    [InlineData("[6.12] strlen(\"a\") => 1", "left out, as it is for Linux 6.12")]
    public void WhatIsLeftOut_IsNamed(string call, string note)
    {
        var report = ShippedKernel.Verify(ShippedKernel.Load("6.1"), call);
        Assert.True(report.IsLeftOut);
        Assert.Equal([note], report.Report.Notes);
    }

    internal static void AssertPassed(FixtureReport report) => Assert.True(report.Passed, $"{VerdictWriter.Write(report)} {report.Unmet} {report.Execution?.Message}");
}
