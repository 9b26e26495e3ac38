namespace Harness.Generation.Assembly.Statements;

/// <summary>Statements that push and drop words, or get at the stack pointer in other ways.</summary>
internal static class StackWords
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        new("push and pop", 4, WritePushAndPop),
        new("pushes and drop", 3, WritePushesAndDrop),
        new("flags pushed", 1, WriteFlags),
        new("room for a block", 3, writer => writer.CanNest && writer.SurvivesCalls, WriteRoom),
        new("pushes on one branch, room on the other", 3, writer => writer.SurvivesCalls, WriteAsymmetric),
        // Like the kernel's objtool, ours takes a copy back only where the CFA is counted from rsp.
        new("stack pointer kept in a scratch register", 3, writer => writer.Frame.IsCountedFromStackPointer, WriteKept),
        new("call within the function", 2, WriteIntraFunctionCall),
        new("string instruction", 2, WriteString),
        new("rbp as a scratch register", 2, writer => writer.Frame.IsCountedFromStackPointer && writer.Accumulator != "%rbp", WriteScratchFramePointer),
    ];

    private static void WritePushAndPop(FunctionWriter writer)
    {
        writer.Push(writer.Random.Chance(50) ? writer.Accumulator : $"${writer.Random.Between(-1000, 1000)}");
        writer.Emit("popq\t%rdx");
        writer.NotePushed(-8);
        writer.Emit($"addq\t%rdx, {writer.Accumulator}");
    }

    private static void WritePushesAndDrop(FunctionWriter writer)
    {
        var words = writer.Random.Between(2, 5);
        for (var i = 0; i < words; i++)
            writer.Push(i % 2 == 0 ? writer.Accumulator : $"${writer.Random.Below(100)}");
        writer.Emit($"movq\t{8 * writer.Random.Below(words)}(%rsp), %rdx");
        writer.Drop(8 * words);
        writer.Emit($"subq\t%rdx, {writer.Accumulator}");
    }

    /// <summary>What the flags are is not the same everywhere.</summary>
    private static void WriteFlags(FunctionWriter writer)
    {
        writer.Emit("pushfq");
        writer.NotePushed(8);
        if (writer.Random.Chance(50))
        {
            writer.Drop(8);
            return;
        }

        writer.Emit("popfq");
        writer.NotePushed(-8);
    }

    private static void WriteRoom(FunctionWriter writer)
    {
        var bytes = 8 * writer.Random.Between(1, 20);
        writer.Emit($"subq\t${bytes}, %rsp");
        writer.NotePushed(bytes);
        writer.WriteNested();
        writer.Drop(bytes);
    }

    private static void WriteAsymmetric(FunctionWriter writer)
    {
        var (other, join) = (writer.Program.NewLabel(), writer.Program.NewLabel());
        writer.Emit($"testq\t${1 << writer.Random.Below(10)}, {writer.Accumulator}");
        writer.Emit($"je\t{other}");
        writer.Push(writer.Accumulator);
        writer.Push("$7");
        writer.NotePushed(-16);
        writer.Emit($"jmp\t{join}");
        writer.Place(other);
        writer.Emit("subq\t$16, %rsp");
        writer.NotePushed(16);
        writer.Emit("movq\t$3, (%rsp)");
        writer.Emit("movq\t$5, 8(%rsp)");
        writer.Place(join);
        writer.Emit("movq\t(%rsp), %rdx");
        writer.Emit("addq\t8(%rsp), %rdx");
        writer.Drop(16);
        writer.Emit($"addq\t%rdx, {writer.Accumulator}");
    }

    private static void WriteKept(FunctionWriter writer)
    {
        writer.Emit("movq\t%rsp, %rcx");
        writer.Push(writer.Accumulator);
        writer.Push("(%rsp)");
        writer.Emit("movq\t(%rsp), %rdx");
        writer.Emit("movq\t%rcx, %rsp");
        writer.NotePushed(-16);
        writer.Emit($"xorq\t%rdx, {writer.Accumulator}");
    }

    /// <summary>A call that only pushes an address, which is dropped again.</summary>
    private static void WriteIntraFunctionCall(FunctionWriter writer)
    {
        var label = writer.Program.NewLabel();
        writer.EmitMacro("ANNOTATE_INTRA_FUNCTION_CALL");
        writer.Emit($"call\t{label}");
        if (writer.Random.Chance(50))
            writer.EmitMacro("int3");
        writer.Place(label);
        writer.NotePushed(8);
        if (writer.Random.Chance(50))
            writer.Emit($"incq\t{writer.Accumulator}");
        writer.Drop(8);
    }

    /// <summary>One instruction that can be interrupted after each word.</summary>
    private static void WriteString(FunctionWriter writer)
    {
        var words = writer.Random.Between(1, 12);
        writer.Emit($"subq\t${8 * words}, %rsp");
        writer.NotePushed(8 * words);
        if (writer.SurvivesCalls)
            writer.Emit($"movq\t{writer.Accumulator}, %rax");
        writer.Emit("movq\t%rsp, %rdi");
        writer.Emit($"movl\t${words}, %ecx");
        writer.Emit("rep stosq");
        writer.Emit($"movq\t{8 * writer.Random.Below(words)}(%rsp), %rdx");
        writer.Drop(8 * words);
        writer.Emit($"addq\t%rdx, {writer.Accumulator}");
    }

    /// <summary>With addresses in it that look like frames.</summary>
    private static void WriteScratchFramePointer(FunctionWriter writer)
    {
        writer.Push("%rbp");
        writer.Emit(writer.Random.Chance(50) ? "movq\t%rsp, %rbp" : $"movl\t${writer.Random.Below(1000)}, %ebp");
        writer.Emit($"incq\t{writer.Accumulator}");
        writer.Emit("popq\t%rbp");
        writer.NotePushed(-8);
    }
}
