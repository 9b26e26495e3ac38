namespace Harness.Generation.Assembly;

/// <summary>How a function ends.</summary>
internal static class Exit
{
    private const int TableSize = 4;

    private static readonly Production[] _all =
    [
        new("exit: return", 6, WriteReturn),
        new("exit: two returns", 3, WriteTwoReturns),
        new("exit: tail call", 3, writer => writer.CanCall, WriteTailCall),
        new("exit: conditional tail call", 2, writer => writer.CanCall, WriteConditionalTailCall),
        new("exit: indirect tail call by register", 2, writer => writer.CanCall, WriteRegisterTailCall),
        new("exit: indirect tail call by table", 2, writer => writer.CanCall, WriteTableTailCall),
    ];

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => _all.Select(production => production.Name);

    /// <summary>Writes one.</summary>
    public static void Write(FunctionWriter writer)
    {
        var production = Production.Choose(_all, writer);
        writer.Use(production.Name);
        production.Write(writer);
    }

    /// <summary>Takes down the frame and returns, from anywhere.</summary>
    public static void WriteReturn(FunctionWriter writer)
    {
        if (writer.SurvivesCalls)
            writer.Emit($"movq\t{writer.Accumulator}, %rax");
        writer.WriteWayOut(() => writer.Emit("ret"));
    }

    private static void WriteTwoReturns(FunctionWriter writer)
    {
        var label = writer.Program.NewLabel();
        writer.Emit($"testq\t${1 << writer.Random.Below(12)}, {writer.Accumulator}");
        writer.Emit($"jne\t{label}");
        WriteReturn(writer);
        writer.Place(label);
        WriteReturn(writer);
    }

    private static void WriteTailCall(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.Emit($"movq\t{writer.Accumulator}, %rdi");
        writer.WriteWayOut(() => writer.Emit($"jmp\t{callee.Name}"));
        writer.NoteCall(callee);
    }

    private static void WriteConditionalTailCall(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.Emit($"movq\t{writer.Accumulator}, %rdi");
        writer.WriteWayOut(() =>
        {
            writer.Emit($"testl\t${1 << writer.Random.Below(16)}, %edi");
            writer.Emit($"jne\t{callee.Name}");
            writer.Emit("movq\t%rdi, %rax");
            writer.Emit("ret");
        });
        writer.NoteCall(callee);
    }

    private static void WriteRegisterTailCall(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.Emit($"movq\t{writer.Accumulator}, %rdi");
        writer.Emit($"leaq\t{callee.Name}(%rip), %rax");
        writer.WriteWayOut(() => writer.Emit("jmp\t*%rax"));
        writer.NoteCall(callee);
    }

    private static void WriteTableTailCall(FunctionWriter writer)
    {
        var callees = Enumerable.Range(0, TableSize).Select(_ => writer.Callee()).ToArray();
        var table = writer.Program.AddTable(".quad\t{target}", 8, callees.Select(callee => callee.Name));
        writer.Emit($"movq\t{writer.Accumulator}, %rdi");
        writer.Emit("movl\t%edi, %eax");
        writer.Emit($"andl\t${TableSize - 1}, %eax");
        writer.WriteWayOut(() => writer.Emit($"jmp\t*{table}(,%rax,8)"));
        writer.NoteCall(callees);
    }
}
