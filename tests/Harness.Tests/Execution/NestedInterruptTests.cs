using Emulator;
using Harness.Execution;
using Harness.Loading;
using Harness.Tests.Kit;
using Harness.Verification.Chains;

namespace Harness.Tests.Execution;

/// <summary>Mode nested: which interrupts come inside which, where, and how often.</summary>
public sealed class NestedInterruptTests
{
    /// <summary>One label for each instruction; the number of instructions in a name says how many there are from there on.</summary>
    private const string Code = """
        FUNCTION main
            nop
            movq    word(%rip), %rax
            ret
        END_FUNCTION main
        CODE vector_irq
            UNWIND_HINT_IRET_REGS
            pushq   %rax
            popq    %rax
            iretq
        END_CODE vector_irq
        CODE vector_nmi
            UNWIND_HINT_IRET_REGS
            nop
            iretq
        END_CODE vector_nmi
        CODE vector_page_fault
            UNWIND_HINT_IRET_REGS offset=8
            addq    $8, %rsp
            UNWIND_HINT_IRET_REGS
            iretq
        END_CODE vector_page_fault
            .data
        word: .quad 7
        """;

    /// <summary>An NMI handler that allows NMIs in its middle, by the iret of an exception.</summary>
    private const string NmiWithException = """
        FUNCTION main
            ret
        END_FUNCTION main
        CODE vector_nmi
            UNWIND_HINT_IRET_REGS
            int3
            nop
            iretq
        END_CODE vector_nmi
        CODE vector_breakpoint
            UNWIND_HINT_IRET_REGS
            iretq
        END_CODE vector_breakpoint
        """;

    private const string Root = "__harness_root+0x0";
    private static readonly string[] _outside = [Root, "__harness_root+0x2", "main+0x0", "main+0x1", "main+0x8"];
    private static readonly string[] _irq = ["vector_irq+0x0", "vector_irq+0x1", "vector_irq+0x2"];
    private static readonly string[] _fault = ["vector_page_fault+0x0", "vector_page_fault+0x4"];

    [Fact]
    public void Each_InterruptsEveryInstructionOutsideInterruptsOnce()
    {
        var expected = _outside.SelectMany(place => new[] { $"irq {place}", $"nmi {place}" });
        Assert.Equal(expected.Order(), NestsOf("each", "").Order());
    }

    [Fact]
    public void Nested_InterruptsEveryInstructionOfEachIrqPathAgainForEachPlaceThatItInterrupts()
    {
        var expected = _outside.SelectMany(place => _irq.Select(inside => $"irq {place}, nmi {inside}").Append($"irq {place}").Append($"nmi {place}"));
        Assert.Equal(expected.Order(), NestsOf("nested", "faults=own").Order());
    }

    [Fact]
    public void Nested_FaultsWhereAFunctionAccessesDataAndInterruptsTheFaultsPath()
    {
        var nests = NestsOf("nested", "faults=any").Where(nest => nest.Contains("fault", StringComparison.Ordinal)).Where(nest => nest.StartsWith("fault", StringComparison.Ordinal));
        var expected = _fault.Select(inside => $"fault main+0x1, nmi {inside}").Append("fault main+0x1");
        Assert.Equal(expected.Order(), nests.Order());
    }

    /// <summary>Two calls of the same instructions are two ways to be there only by their caller; a loop is one way.</summary>
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 2 * 3)]
    public void EveryVisit_InterruptsEveryExecution(bool everyVisit, int expected)
    {
        const string Loops = """
            FUNCTION main
                call    three_times
                call    three_times
                ret
            END_FUNCTION main
            FUNCTION three_times
                movl    $3, %ecx
            1:  decl    %ecx
                jnz     1b
                ret
            END_FUNCTION three_times
            """;
        var nests = NestsOf("each", "faults=own", Loops, everyVisit).Count(nest => nest == "nmi three_times+0x5");
        Assert.Equal(expected, nests);
    }

    /// <summary>An exception of the code's own, inside an IRQ, is interrupted like the rest of the IRQ's path.</summary>
    [Fact]
    public void ExceptionInsideAnIrq_IsInterruptedToo()
    {
        const string Handler = """
            FUNCTION main
                ret
            END_FUNCTION main
            CODE vector_irq
                UNWIND_HINT_IRET_REGS
                int3
                iretq
            END_CODE vector_irq
            CODE vector_breakpoint
                UNWIND_HINT_IRET_REGS
                nop
                iretq
            END_CODE vector_breakpoint
            """;
        var nests = NestsOf("nested", "faults=own", Handler);
        Assert.Contains("irq main+0x0, nmi vector_breakpoint+0x0", nests);
        Assert.Contains("irq main+0x0, nmi vector_breakpoint+0x1", nests);
    }

    /// <summary>A handler that allows interrupts gets one at each of its instructions, and NMIs in that one.</summary>
    [Fact]
    public void IrqWithInterruptsOn_IsInterruptedByIrqsThatNmisInterrupt()
    {
        const string Handler = """
            FUNCTION main
                ret
            END_FUNCTION main
            CODE vector_irq
                UNWIND_HINT_IRET_REGS
                sti
                nop
                nop
                cli
                iretq
            END_CODE vector_irq
            """;
        var nests = NestsOf("nested", "faults=own", Handler);
        Assert.Contains("irq main+0x0, irq vector_irq+0x2", nests);
        Assert.Contains($"irq {Root}, irq vector_irq+0x2, nmi vector_irq+0x1", nests);
        Assert.DoesNotContain("irq main+0x0, irq vector_irq+0x0", nests);
        Assert.DoesNotContain("irq main+0x0, irq vector_irq+0x4", nests);
        // In the shadow of sti an NMI comes, and its iret ends the shadow.
        Assert.True(nests.IndexOf("irq main+0x0, nmi vector_irq+0x1") < nests.IndexOf("irq main+0x0, irq vector_irq+0x1"));
        Assert.DoesNotContain(nests, nest => nest.Split(',').Length > 3);
    }

    /// <summary>
    /// NMIs are blocked from one to the next iret, also when that is of an exception inside the handler. The second NMI then
    /// overwrites the first one's frame, as on hardware: a stub without protection is found out.
    /// </summary>
    [Fact]
    public void NmiHandlerWithAnException_IsOpenToNmisAfterItsIret()
    {
        var (image, nests, finding) = Run("nested", "faults=own", NmiWithException, everyVisit: false);
        var nested = nests.First(nest => nest.Count(place => place.Kind == InterruptKind.Nmi) == 2);
        Assert.Equal("vector_nmi+0x1", image.Symbols.NameOf(nested[^1].Rip));
        Assert.Contains("a return from interrupt to", finding!.Message, StringComparison.Ordinal);
    }

    /// <summary>At every execution an NMI inside an NMI would come without end: each makes the handler repeat itself.</summary>
    [Fact]
    public void EveryVisit_SendsNoNmiIntoAnNmiAndNothingIntoTheInnermost()
    {
        var nests = NestsOf("nested", "faults=own", NmiWithException, everyVisit: true);
        Assert.Contains("nmi main+0x0", nests);
        Assert.DoesNotContain(nests, nest => nest.Split("nmi").Length > 2);

        nests = NestsOf("nested", "faults=own", everyVisit: true);
        Assert.Contains("irq main+0x0, nmi vector_irq+0x0", nests);
        Assert.DoesNotContain(nests, nest => nest.Split(',').Length > 2);
    }

    private static List<string> NestsOf(string interrupts, string header, string code = Code, bool everyVisit = false)
    {
        var (image, nests, finding) = Run(interrupts, header, code, everyVisit);
        Assert.Null(finding);
        return [.. nests.Select(nest => string.Join(", ", nest.Select(place => $"{place.Kind.ToString().ToLowerInvariant()} {image.Symbols.NameOf(place.Rip)}")))];
    }

    private static (Image Image, List<InterruptPlace[]> Nests, ExecutionFinding? Finding) Run(
        string interrupts, string header, string code, bool everyVisit)
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, header, code);
        var image = ImageBuilder.Build([Verifying.Preparer.Prepare(fixture).File], Verifying.Preparer.Runtime().Select(support => support.File));
        using var context = new GuestContext(image, fixture.Header);
        context.SetEntry(fixture.Header.Entry);
        var policy = new Recorder(new EachInstructionPolicy(Verifying.Mode(interrupts), everyVisit));
        var run = new GuestRun(context, fixture.Header, policy, new Unconcerned(), new ShadowStack());
        var result = context.Machine.Run(run, context.Root, new RunLimits(100_000));
        Assert.Equal(policy.Nests.Count, run.InterruptsDelivered);
        return (image, policy.Nests, run.Finding ?? RunEnd.FindingOf(result));
    }

    /// <summary>Writes down what was delivered inside what.</summary>
    private sealed class Recorder(InterruptPolicy policy) : InterruptPolicy
    {
        public List<InterruptPlace[]> Nests { get; } = [];

        public override int MaximumDepth => policy.MaximumDepth;

        public override InterruptKinds WantedAt(in InterruptState state, int visit, InterruptNest nest) => policy.WantedAt(state, visit, nest);

        public override void Delivering(in InterruptState state, int visit, InterruptNest nest, InterruptKind kind)
        {
            Nests.Add([.. nest.Places, new InterruptPlace(kind, state.Rip, visit)]);
            policy.Delivering(state, visit, nest, kind);
        }
    }

    private sealed class Unconcerned : PointObserver
    {
        public override void OnPoint(ulong rip, MemoryChange change)
        {
        }
    }
}
