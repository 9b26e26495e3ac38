namespace Harness.Generation.Assembly.Statements;

/// <summary>Statements with more than one way through them.</summary>
internal static class Branches
{
    private static readonly string[] _conditions = ["je", "jne"];

    /// <summary>The table.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        new("if", 4, writer => writer.CanNest, WriteIf),
        new("if and else", 3, writer => writer.CanNest, WriteIfElse),
        new("early return", 3, WriteEarlyReturn),
        new("out of line and back", 2, writer => writer.CanNest, WriteOutOfLine),
        new("cold part", 2, writer => writer.CanNest && !writer.IsCold, writer => WriteCold(writer, returns: false)),
        new("cold part that returns", 2, writer => writer.CanNest && !writer.IsCold, writer => WriteCold(writer, returns: true)),
        new("loop with its counter on the stack", 3, writer => writer.CanNest && writer.SurvivesCalls, WriteLoop),
        new("switch", 3, writer => writer.CanNest && writer.SurvivesCalls && !writer.IsCold, WriteSwitch),
        new("switch by distances", 2, writer => writer.CanNest && writer.SurvivesCalls && !writer.IsCold, WriteDistanceSwitch),
    ];

    private static void Branch(FunctionWriter writer, string target)
    {
        writer.Emit($"testq\t${1 << writer.Random.Below(16)}, {writer.Accumulator}");
        writer.Emit($"{writer.Random.Pick(_conditions)}\t{target}");
    }

    private static void WriteIf(FunctionWriter writer)
    {
        var end = writer.Program.NewLabel();
        Branch(writer, end);
        writer.WriteNested();
        writer.Place(end);
    }

    private static void WriteIfElse(FunctionWriter writer)
    {
        var (otherwise, end) = (writer.Program.NewLabel(), writer.Program.NewLabel());
        Branch(writer, otherwise);
        writer.WriteNested();
        writer.Emit($"jmp\t{end}");
        writer.Place(otherwise);
        writer.WriteNested();
        writer.Place(end);
    }

    private static void WriteEarlyReturn(FunctionWriter writer)
    {
        // Seldom: what comes behind is to be executed, too.
        var on = writer.Program.NewLabel();
        writer.Emit($"testq\t${7 << writer.Random.Below(16)}, {writer.Accumulator}");
        writer.Emit($"jne\t{on}");
        Exit.WriteReturn(writer);
        writer.Place(on);
    }

    private static void WriteOutOfLine(FunctionWriter writer)
    {
        var (there, back) = (writer.Program.NewLabel(), writer.Program.NewLabel());
        Branch(writer, there);
        writer.Place(back);
        writer.WriteOutOfLine(() =>
        {
            writer.Place(there);
            writer.WriteNested();
            writer.Emit($"jmp\t{back}");
        });
    }

    private static void WriteCold(FunctionWriter writer, bool returns)
    {
        var back = writer.Program.NewLabel();
        var symbol = $"{writer.Name}.cold{back[1..]}";
        Branch(writer, symbol);
        writer.Place(back);
        writer.WriteCold(symbol, () =>
        {
            writer.WriteNested();
            if (returns)
                Exit.WriteReturn(writer);
            else
                writer.Emit($"jmp\t{back}");
        });
    }

    private static void WriteLoop(FunctionWriter writer)
    {
        var again = writer.Program.NewLabel();
        var times = writer.Random.Between(2, 4);
        writer.Push($"${times}");
        writer.Place(again);
        writer.WriteNested(times);
        writer.Emit("decq\t(%rsp)");
        writer.Emit($"jne\t{again}");
        writer.Drop(8);
    }

    private static void WriteSwitch(FunctionWriter writer)
    {
        var cases = NewCases(writer, writer.Random.Between(3, 8));
        var otherwise = writer.Program.NewLabel();
        var table = writer.Program.AddTable(".quad\t{target}", 8, cases);
        WriteCases(writer, cases, otherwise, $"jmp\t*{table}(,%rax,8)");
    }

    private static void WriteDistanceSwitch(FunctionWriter writer)
    {
        var cases = NewCases(writer, writer.Random.Between(3, 8));
        var otherwise = writer.Program.NewLabel();
        var table = writer.Program.AddTable(".long\t{target} - {table}", 4, cases);
        WriteCases(writer, cases, otherwise, $"leaq\t{table}(%rip), %rdx", "movslq\t(%rdx,%rax,4), %rax", "addq\t%rdx, %rax", "jmp\t*%rax");
    }

    private static string[] NewCases(FunctionWriter writer, int count) => [.. Enumerable.Range(0, count).Select(_ => writer.Program.NewLabel())];

    private static void WriteCases(FunctionWriter writer, string[] cases, string otherwise, params string[] jump)
    {
        writer.Emit($"movq\t{writer.Accumulator}, %rax");
        writer.Emit("andl\t$7, %eax");
        writer.Emit($"cmpl\t${cases.Length - 1}, %eax");
        writer.Emit($"ja\t{otherwise}");
        foreach (var instruction in jump)
            writer.Emit(instruction);
        foreach (var label in cases)
        {
            writer.Place(label);
            writer.WriteNested();
            // The last one, and now and then another, falls through.
            if (label != cases[^1] && writer.Random.Chance(80))
                writer.Emit($"jmp\t{otherwise}");
        }

        writer.Place(otherwise);
    }
}
