namespace Harness.Generation.Assembly.Statements;

/// <summary>Statements that compute something and leave the stack alone.</summary>
internal static class Arithmetic
{
    private static readonly string[] _anywhere =
        ["addq\t${n}, {a}", "subq\t${n}, {a}", "xorq\t${n}, {a}", "rolq\t${s}, {a}", "shrq\t$1, {a}", "notq\t{a}", "negq\t{a}", "incq\t{a}"];

    private static readonly string[] _inRegister =
        ["imulq\t${n}, {a}, {a}", "leaq\t{n}({a},{a},2), {a}", "bswapq\t{a}", "leaq\t-{n}({a}), {a}"];

    /// <summary>The table.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        new("arithmetic", 10, writer => WriteOne(writer, _anywhere)),
        new("arithmetic in a register", 4, writer => writer.HasRegister, writer => WriteOne(writer, _inRegister)),
        new("local variable", 4, writer => writer.Frame.LocalAt(writer.Pushed) is { } local && local != writer.Accumulator, WriteLocal),
    ];

    /// <summary>One change of the accumulator, the same for the same decisions.</summary>
    public static string Choose(FunctionWriter writer) => Fill(writer, writer.Random.Pick(_anywhere));

    private static void WriteOne(FunctionWriter writer, string[] forms) => writer.Emit(Fill(writer, writer.Random.Pick(forms)));

    private static string Fill(FunctionWriter writer, string form) => form
        .Replace("{n}", $"{writer.Random.Between(1, 10_000)}", StringComparison.Ordinal)
        .Replace("{s}", $"{writer.Random.Between(1, 63)}", StringComparison.Ordinal)
        .Replace("{a}", writer.Accumulator, StringComparison.Ordinal);

    private static void WriteLocal(FunctionWriter writer)
    {
        var local = writer.Frame.LocalAt(writer.Pushed);
        writer.Emit($"movq\t{writer.Accumulator}, %rcx");
        writer.Emit("leaq\t1(%rcx,%rcx,4), %rcx");
        writer.Emit($"movq\t%rcx, {local}");
        writer.Emit($"movq\t{local}, %rdx");
        writer.Emit($"xorq\t%rdx, {writer.Accumulator}");
    }
}
