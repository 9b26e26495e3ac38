namespace Harness.Generation.Assembly;

/// <summary>What a function does before it makes its frame: the argument is in rdi still.</summary>
internal static class Entry
{
    private static readonly Production[] _all =
    [
        new("entry: plain", 10, _ => { }),
        new("entry: endbr64", 2, writer => writer.Emit("endbr64")),
        new("entry: early return", 3, WriteEarlyReturn),
        new("entry: conditional tail call", 2, writer => writer.CanCall, WriteConditionalTailCall),
        new("entry: push and pop", 1, WriteScratchPush),
    ];

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => _all.Select(production => production.Name).Append(StackArgument);

    private static string StackArgument => "entry: argument on the stack";

    /// <summary>Writes one, and takes the arguments from the stack.</summary>
    public static void Write(FunctionWriter writer, int stackArguments)
    {
        var production = Production.Choose(_all, writer);
        writer.Use(production.Name);
        production.Write(writer);
        for (var i = 0; i < stackArguments; i++)
        {
            writer.Use(StackArgument);
            writer.Emit($"{writer.Random.Pick(["addq", "xorq", "subq"])}\t{8 * (i + 1)}(%rsp), %rdi");
        }
    }

    private static void WriteEarlyReturn(FunctionWriter writer)
    {
        var label = writer.Program.NewLabel();
        writer.Emit($"testl\t${3 << writer.Random.Below(8)}, %edi");
        writer.Emit($"jne\t{label}");
        writer.Emit($"leaq\t{writer.Random.Below(50)}(%rdi), %rax");
        writer.Emit("ret");
        writer.Place(label);
    }

    private static void WriteConditionalTailCall(FunctionWriter writer)
    {
        var callee = writer.Callee();
        writer.Emit($"testl\t${7 << writer.Random.Below(8)}, %edi");
        writer.Emit($"je\t{callee.Name}");
        writer.NoteCall(callee);
    }

    private static void WriteScratchPush(FunctionWriter writer)
    {
        writer.Emit("pushq\t%rdi");
        writer.Emit("incq\t(%rsp)");
        writer.Emit("popq\t%rdi");
    }
}
