namespace Harness.Generation.Assembly.Statements;

/// <summary>Statements that boot or run-time code replaces: what they compute is the same before and afterwards.</summary>
internal static class PatchedCode
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        new("alternative", 3, WriteAlternative),
        new("alternative of nothing", 1, WriteNothing),
        new("alternative with a push", 2, WritePushes),
        new("alternative call", 2, writer => writer.CanCall && writer.SurvivesCalls, WriteCall),
        new("alternative of pushf and pop", 2, writer => writer.CanCall && writer.SurvivesCalls, WritePushedFlags),
        new("jump label, off", 2, writer => WriteJumpLabel(writer, "JUMP_LABEL_NOP")),
        new("jump label, on", 2, writer => WriteJumpLabel(writer, "JUMP_LABEL_JMP")),
    ];

    private static void WriteAlternative(FunctionWriter writer)
    {
        writer.EmitMacro("ALTERNATIVE_BEGIN");
        writer.Emit($"addq\t$6, {writer.Accumulator}");
        writer.EmitMacro("ALTERNATIVE_ELSE");
        foreach (var part in writer.Random.Chance(50) ? new[] { 2, 4 } : [1, 2, 3])
            writer.Emit($"addq\t${part}, {writer.Accumulator}");
        writer.EmitMacro("ALTERNATIVE_END");
    }

    private static void WriteNothing(FunctionWriter writer)
    {
        writer.EmitMacro("ALTERNATIVE_BEGIN");
        writer.Emit("nopl\t(%rax)");
        writer.EmitMacro("ALTERNATIVE_ELSE");
        writer.EmitMacro("ALTERNATIVE_END");
    }

    /// <summary>At the same bytes in both, so that a row is right for both.</summary>
    private static void WritePushes(FunctionWriter writer)
    {
        var value = writer.Random.Below(100);
        writer.EmitMacro("ALTERNATIVE_BEGIN");
        writer.Emit("pushq\t%rsi");
        writer.Emit($"movl\t${value}, %ecx");
        writer.EmitMacro("ALTERNATIVE_ELSE");
        writer.Emit("pushq\t%rsi");
        writer.Emit($"movl\t${value - 1}, %ecx");
        writer.Emit("incl\t%ecx");
        writer.EmitMacro("ALTERNATIVE_END");
        writer.NotePushed(8);
        writer.Emit($"addq\t%rcx, {writer.Accumulator}");
        writer.Drop(8);
    }

    private static void WriteCall(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.Emit($"movq\t{writer.Accumulator}, %rdi");
        writer.EmitMacro("ALTERNATIVE_BEGIN");
        writer.Emit("nop");
        writer.Emit($"call\t{callee.Name}");
        writer.EmitMacro("ALTERNATIVE_ELSE");
        // With anything before it, patching would not find its relocation.
        writer.Emit($"call\t{callee.Name}");
        writer.EmitMacro("ALTERNATIVE_END");
        writer.NoteCall(callee);
        writer.Emit($"addq\t%rax, {writer.Accumulator}");
    }

    /// <summary>As paravirt calls are replaced: within the bytes of one instruction the stack is deeper. Nobody wants the result.</summary>
    private static void WritePushedFlags(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.Emit($"movq\t{writer.Accumulator}, %rdi");
        writer.EmitMacro("ALTERNATIVE_BEGIN");
        writer.Emit($"call\t{callee.Name}");
        writer.EmitMacro("ALTERNATIVE_ELSE");
        writer.Emit("pushfq");
        writer.Emit("popq\t%rax");
        writer.Emit("nopl\t(%rax)");
        writer.EmitMacro("ALTERNATIVE_END");
        writer.NoteCall(callee);
    }

    private static void WriteJumpLabel(FunctionWriter writer, string macro)
    {
        var (enabled, back) = (writer.Program.NewLabel(), writer.Program.NewLabel());
        writer.EmitMacro($"{macro} {enabled}");
        writer.Place(back);
        writer.Emit($"incq\t{writer.Accumulator}");
        writer.WriteOutOfLine(() =>
        {
            writer.Place(enabled);
            writer.Push("$1");
            writer.Drop(8);
            writer.Emit($"jmp\t{back}");
        });
    }
}
