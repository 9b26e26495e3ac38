namespace Harness.Generation.Assembly.Statements;

/// <summary>Statements that call: in all the ways that code calls.</summary>
internal static class Calls
{
    private const int TableSize = 4;

    /// <summary>The table.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        new("call", 8, writer => writer.CanCall, writer => Around(writer, () => Direct(writer))),
        new("call with arguments on the stack", 5, CanCallWithArguments, WriteWithArguments),
        new("call by register", 3, writer => writer.CanCall, writer => Around(writer, () => ByRegister(writer))),
        new("call by table", 3, writer => writer.CanCall, writer => Around(writer, () => ByTable(writer))),
        new("static call", 2, writer => writer.CanCall, writer => Around(writer, () => Static(writer))),
        new("call out of line that never returns", 2, WriteNoreturn),
    ];

    /// <summary>Passes the accumulator and adds the result to it; where a call would lose it, it waits on the stack.</summary>
    private static void Around(FunctionWriter writer, Action call)
    {
        if (writer.SurvivesCalls)
        {
            writer.Emit($"movq\t{writer.Accumulator}, %rdi");
            call();
            writer.Emit($"addq\t%rax, {writer.Accumulator}");
            return;
        }

        writer.Push("%rax");
        writer.Emit("movq\t%rax, %rdi");
        call();
        writer.Emit("popq\t%rcx");
        writer.NotePushed(-8);
        writer.Emit("addq\t%rcx, %rax");
    }

    private static void Direct(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.Emit($"call\t{callee.Name}");
        writer.NoteCall(callee);
    }

    private static void ByRegister(FunctionWriter writer)
    {
        var callee = writer.Callee();
        var register = writer.Random.Pick(["%rax", "%rcx", "%r8", "%r11"]);
        writer.Emit($"leaq\t{callee.Name}(%rip), {register}");
        writer.Emit($"call\t*{register}");
        writer.NoteCall(callee);
    }

    private static void ByTable(FunctionWriter writer)
    {
        var callees = Enumerable.Range(0, TableSize).Select(_ => writer.Callee()).ToArray();
        var table = writer.Program.AddTable(".quad\t{target}", 8, callees.Select(callee => callee.Name));
        writer.Emit("movl\t%edi, %ecx");
        writer.Emit($"andl\t${TableSize - 1}, %ecx");
        writer.Emit($"call\t*{table}(,%rcx,8)");
        writer.NoteCall(callees);
    }

    private static void Static(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.EmitMacro($"STATIC_CALL\t{writer.Program.StaticCallTo(callee.Name)}");
        writer.NoteCall(callee);
    }

    private static bool CanCallWithArguments(FunctionWriter writer) =>
        writer.SurvivesCalls && writer.Callees(stackArguments: true, isLater: true).Length > 0;

    private static void WriteWithArguments(FunctionWriter writer)
    {
        var callee = writer.Random.Pick(writer.Callees(stackArguments: true));
        for (var i = 0; i < callee.StackArguments; i++)
            writer.Push(writer.Random.Chance(50) ? writer.Accumulator : $"${writer.Random.Below(500)}");
        writer.Emit($"movq\t{writer.Accumulator}, %rdi");
        writer.Emit($"call\t{callee.Name}");
        writer.NoteCall(callee);
        writer.Drop(8 * callee.StackArguments);
        writer.Emit($"xorq\t%rax, {writer.Accumulator}");
    }

    /// <summary>It is called only when the accumulator has a certain value, so hardly ever: nothing may come behind it.</summary>
    private static void WriteNoreturn(FunctionWriter writer)
    {
        var label = writer.Program.NewLabel();
        writer.Emit($"cmpq\t${writer.Random.Between(1 << 20, 1 << 30)}, {writer.Accumulator}");
        writer.Emit($"je\t{label}");
        var pushed = writer.Pushed;
        writer.WriteOutOfLine(() =>
        {
            writer.Place(label);
            if (writer.Random.Chance(50))
                writer.Push(writer.Accumulator);
            writer.Emit($"movq\t{writer.Accumulator}, %rdi");
            writer.Emit($"call\t{ProgramWriter.NoreturnFunction}");
        });
        writer.NotePushed(pushed - writer.Pushed);
    }
}
