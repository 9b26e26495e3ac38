using Elf;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Damage;
using Harness.Tests.Kit;
using Harness.Verification;
using Harness.Verification.Chains;

namespace Harness.Tests.Verification;

/// <summary>
/// Remembering frames that were found right saves work and changes nothing else: the same verdict at every point, the
/// same counts and the same rows used as without.
/// </summary>
public sealed class MemoTests
{
    public static TheoryData<string, string> Fixtures
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var fixture in Source.Running)
            {
                cases.Add(fixture.Name, "none");
                cases.Add(fixture.Name, "each");
                if (fixture.Group == "entry")
                    cases.Add(fixture.Name, "nested");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void MemoOnAndOff_AgreeAtEveryPoint(string name, string interrupts)
    {
        var fixture = Source.Named(name);
        var both = RunBoth(fixture, Verifying.Preparer.Prepare(fixture).File, Verifying.Mode(interrupts));
        Assert.Equal(0, both.WrongPoints);
        Assert.True(both.Points > 0);
    }

    [Theory]
    [InlineData("functions/drap-nested", "none")]
    [InlineData("functions/drap-nested", "each")]
    [InlineData("functions/mutual-recursion", "none")]
    [InlineData("functions/frame-shapes-chain", "none")]
    [InlineData("functions/stack-swizzle", "each")]
    [InlineData("entry/irq-entry", "none")]
    [InlineData("entry/irq-entry", "each")]
    [InlineData("entry/nmi-ist", "each")]
    [InlineData("entry/nmi-from-user-dx", "none")]
    [InlineData("entry/syscall", "none")]
    [InlineData("entry/exception-from-user", "none")]
    public void MemoOnAndOff_AgreeOnDamagedTables(string name, string interrupts)
    {
        const int Sample = 9;
        var fixture = Source.Named(name);
        var table = TableObject.Of(fixture);
        var damages = Enumerable.Range(0, table.Rows.Count).SelectMany(row => RowDamage.EachFieldOf(table, row)).ToList();
        var wrong = 0L;
        for (var i = 0; i < damages.Count; i += Sample)
            wrong += RunBoth(fixture, ElfFile.Read(table.With(damages[i].Rows), fixture.Name), Verifying.Mode(interrupts)).WrongPoints;
        Assert.True(wrong > 0);
    }

    /// <summary>What a function may do to the words that its callers' frames are found by, and undo.</summary>
    public static TheoryData<string, string> Overwriting => new()
    {
        { "mov", "movq %rcx, (%rbx)" },
        { "mov of one byte", "movb $0x55, 1(%rbx)" },
        { "add", "addq $8, (%rbx)" },
        { "xchg", "xchgq %rcx, (%rbx)" },
        { "cmpxchg", "movq (%rbx), %rax\n cmpxchgq %rcx, (%rbx)" },
        { "inc", "incq (%rbx)" },
        { "btr", "btrq $62, (%rbx)" },
        { "stos", "movq %rbx, %rdi\n movq %rcx, %rax\n stosq" },
        { "rep stos", "movq %rbx, %rdi\n movq %rcx, %rax\n movl $1, %ecx\n rep stosq" },
        { "pop to memory", "pushq %rcx\n popq (%rbx)" },
        { "sete", "cmpq %rcx, %rcx\n sete (%rbx)" },
        { "mov relative to rsp", "movq %rcx, 32(%rsp)" },
        { "mov of one byte relative to rsp", "movb $0x55, 39(%rsp)" },
        { "add relative to a lower rsp", "subq $64, %rsp\n addq $8, 96(%rsp)\n movq %rbp, %rsp" },
        { "pop to memory relative to rsp", "pushq %rcx\n popq 32(%rsp)" },
        { "push with the stack pointer moved up", "leaq 8(%rbx), %rsp\n pushq %rcx\n movq %rbp, %rsp" },
        { "call with the stack pointer moved up", "leaq 8(%rbx), %rsp\n call leaf\n movq %rbp, %rsp" },
        { "push twice", "leaq 16(%rbx), %rsp\n pushq 8(%rbx)\n pushq %rcx\n movq %rbp, %rsp" },
    };

    [Theory]
    [MemberData(nameof(Overwriting))]
    public void OverwrittenWord_IsNoticedAndItsReturnToo(string what, string code)
    {
        Assert.NotEmpty(what);
        using var scratch = new Scratch();
        // %rbx points at the saved rbp of "outer", two frames up; %rbp keeps the stack pointer.
        var fixture = Source.Assembly(scratch, "result=7", $"""
            FUNCTION main
                pushq   %rbp
                movq    %rsp, %rbp
                call    outer
                popq    %rbp
                ret
            END_FUNCTION main
            FUNCTION outer
                pushq   %rbp
                movq    %rsp, %rbp
                call    inner
                popq    %rbp
                ret
            END_FUNCTION outer
            FUNCTION inner
                pushq   %rbx
                pushq   %r12
                pushq   %rbp
                movq    %rbp, %rbx
                movq    %rsp, %rbp
                movq    (%rbx), %r12
                movq    $0x1234, %rcx
                nop
                .byte 0x66, 0x90
                {code}
                nop
                nop
                movq    %r12, (%rbx)
                nop
                nop
                call    leaf
                popq    %rbp
                popq    %r12
                popq    %rbx
                movl    $7, %eax
                ret
            END_FUNCTION inner
            FUNCTION leaf
                ret
            END_FUNCTION leaf
            """);
        var file = Verifying.Preparer.Prepare(fixture).File;
        var both = RunBoth(fixture, file, InterruptMode.None);
        Assert.InRange(both.WrongPoints, 3, 12);
        Assert.Equal(("leaf", "__harness_root"), (both.LastRight[^11], both.LastRight[^1]));
    }

    private static LockstepObserver RunBoth(Fixture fixture, ElfFile file, InterruptMode interrupts)
    {
        var runtime = Verifying.Preparer.Runtime();
        var image = ImageBuilder.Build([file], runtime.Select(support => support.File));
        using var context = new GuestContext(image, fixture.Header);
        context.SetEntry(fixture.Header.Entry);
        var shadow = new ShadowStack();
        var blindSpots = ManualRun.BlindSpotsOf(fixture, image);
        var observer = new LockstepObserver(
            image,
            new ChainVerifier(context, fixture.Header, shadow, new RowCoverage(image.RowsOf(default)), blindSpots, memoize: true),
            new ChainVerifier(context, fixture.Header, shadow, new RowCoverage(image.RowsOf(default)), blindSpots, memoize: false));
        var run = new GuestRun(context, fixture.Header, ManualRun.PolicyOf(fixture, image, interrupts), observer, shadow);
        context.Machine.Run(run, context.Root, new RunLimits(10_000_000));
        Assert.Null(run.Finding);
        observer.AssertEqualCounts();
        return observer;
    }

    /// <summary>Two verifiers at the same points of one run.</summary>
    private sealed class LockstepObserver(Image image, ChainVerifier memoized, ChainVerifier full) : PointObserver
    {
        public long Points { get; private set; }

        public long WrongPoints { get; private set; }

        /// <summary>Functions of the points that were right.</summary>
        public List<string> LastRight { get; } = [];

        public override void OnPoint(ulong rip, MemoryChange change)
        {
            Points++;
            var isRight = full.Verify(rip, change);
            if (memoized.Verify(rip, change) != isRight)
                Assert.Fail($"point {Points} at {image.Symbols.NameOf(rip)}: {(isRight ? "right" : "wrong")} without memo only");
            if (!isRight)
                WrongPoints++;
            else if (Points < 1000 && image.Symbols.TryFind(rip, out var name, out _))
                LastRight.Add(name);
        }

        public void AssertEqualCounts()
        {
            Assert.Equal((full.Points, full.Frames, full.BlindPoints), (memoized.Points, memoized.Frames, memoized.BlindPoints));
            Assert.Equal(full.Coverage.Unused(), memoized.Coverage.Unused());
        }
    }
}
