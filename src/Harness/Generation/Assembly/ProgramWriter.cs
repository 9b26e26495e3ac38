using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Generation.Assembly;

/// <summary>
/// Writes a program: functions that call only earlier ones, tables that they jump and call through, and a main that
/// calls them all again and again and adds up what they return.
/// </summary>
internal sealed partial class ProgramWriter
{
    /// <summary>What one call from main may execute.</summary>
    private const long MaximumCost = 2500;

    private readonly List<GeneratedFunction> _functions = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _cold = new();
    private readonly StringBuilder _tables = new();
    private readonly HashSet<string> _staticCalls = [];
    private int _labels;

    private ProgramWriter(ulong seed) => Random = new SplitMix64(seed);

    /// <summary>All decisions come from here.</summary>
    public SplitMix64 Random { get; }

    /// <summary>The functions that can be called.</summary>
    public IReadOnlyList<GeneratedFunction> Functions => _functions;

    /// <summary>How often each production was used.</summary>
    public SortedDictionary<string, int> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>The function that never returns.</summary>
    public static string NoreturnFunction => "finish";

    /// <summary>Makes the program of a seed.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="size">How many functions.</param>
    /// <returns>The source, and how often each production was used in it.</returns>
    public static (string Source, IReadOnlyDictionary<string, int> Uses) Write(ulong seed, int size)
    {
        var program = new ProgramWriter(seed);
        for (var i = 0; i < size; i++)
            program.AddFunction($"f{i}");
        program.AddNoreturnFunctions();
        program.AddMain();
        return (program.Finish(seed, size), program.Uses);
    }

    /// <summary>A program whose main calls its functions that many times.</summary>
    public static string WithRounds(string source, int rounds) => Rounds().Replace(source, $"\tmovl\t$${rounds}, %ebp\n.Lround:");

    /// <summary>Counts a production.</summary>
    public void Use(string production) => Uses[production] = Uses.GetValueOrDefault(production) + 1;

    /// <summary>A name for a place that there is no other of.</summary>
    public string NewLabel() => string.Create(CultureInfo.InvariantCulture, $".L{_labels++}");

    /// <summary>A table of addresses in read-only data; its label.</summary>
    /// <param name="entry">How one is written, {0} being the target: .quad {0}, say.</param>
    /// <param name="alignment">Its alignment.</param>
    /// <param name="targets">Where they point to.</param>
    public string AddTable(string entry, int alignment, IEnumerable<string> targets)
    {
        var label = NewLabel();
        _tables.Append(CultureInfo.InvariantCulture, $"\t.balign\t{alignment}\n{label}:\n");
        foreach (var target in targets)
            _tables.Append(CultureInfo.InvariantCulture, $"\t{entry.Replace("{target}", target, StringComparison.Ordinal).Replace("{table}", label, StringComparison.Ordinal)}\n");
        return label;
    }

    /// <summary>A name by which a function is called statically.</summary>
    public string StaticCallTo(string function)
    {
        if (_staticCalls.Add(function))
            _text.Append(CultureInfo.InvariantCulture, $"\tSTATIC_CALL_TRAMPOLINE static_{function}, {function}\n");
        return $"static_{function}";
    }

    /// <summary>Adds to the section of code that is seldom executed.</summary>
    public void AddCold(string text) => _cold.Append(text);

    private void AddFunction(string name)
    {
        var writer = new FunctionWriter(this, name, MaximumCost);
        _functions.Add(writer.WriteFunction());
        _text.Append(writer.Text);
    }

    /// <summary>Control leaves here for good: by a call of a function without a way out.</summary>
    private void AddNoreturnFunctions() => _text.Append(
        $"""
        FUNCTION leave
        	movq	%rdi, %rax
        	jmp	__harness_exit
        END_FUNCTION leave

        FUNCTION {NoreturnFunction}
        	pushq	%rbx
        	movq	%rdi, %rbx
        .Lagain:
        	leaq	1(%rbx), %rdi
        	call	leave
        	jmp	.Lagain
        END_FUNCTION {NoreturnFunction}


        """);

    private void AddMain()
    {
        const long WantedInstructions = 4_000_000;
        var rounds = Math.Clamp(WantedInstructions / Math.Max(1, _functions.Sum(function => function.Cost)), 4, 1000);
        _text.Append(CultureInfo.InvariantCulture, $"FUNCTION main\n\tpushq\t%rbp\n\tpushq\t%rbx\n\tmovl\t${Random.Next() >> 33}, %ebx\n\tmovl\t${rounds}, %ebp\n.Lround:\n");
        foreach (var function in _functions)
        {
            for (var i = 0; i < function.StackArguments; i++)
                _text.Append("\tpushq\t%rbx\n");
            _text.Append(CultureInfo.InvariantCulture, $"\tleaq\t{Random.Below(4096)}(%rbx,%rbp), %rdi\n\tcall\t{function.Name}\n");
            if (function.StackArguments > 0)
                _text.Append(CultureInfo.InvariantCulture, $"\taddq\t${8 * function.StackArguments}, %rsp\n");
            _text.Append(CultureInfo.InvariantCulture, $"\txorq\t%rax, %rbx\n\trolq\t${Random.Between(1, 63)}, %rbx\n");
        }

        _text.Append("\tdecq\t%rbp\n\tjne\t.Lround\n");
        if (Random.Chance(30))
        {
            Use("end: noreturn call");
            // The return address is the end of the function: the last byte before it is the call's.
            _text.Append(CultureInfo.InvariantCulture, $"\tmovq\t%rbx, %rdi\n\tcall\t{NoreturnFunction}\nEND_FUNCTION main\n\n");
            return;
        }

        Use("end: return");
        _text.Append("\tmovq\t%rbx, %rax\n\tpopq\t%rbx\n\tpopq\t%rbp\n\tret\nEND_FUNCTION main\n\n");
    }

    private string Finish(ulong seed, int size)
    {
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $"# harness: what generated: seed {seed}, {size} functions\n# harness: entry=main\n# harness: expect=pass\n\n");
        source.Append("\t.include \"function.inc\"\n\t.include \"special.inc\"\n\n\t.text\n").Append(_text);
        if (_cold.Length > 0)
            source.Append("\t.section .text.unlikely, \"ax\"\n").Append(_cold);
        if (_tables.Length > 0)
            source.Append("\t.section .rodata\n").Append(_tables);
        return source.ToString();
    }

    [GeneratedRegex(@"\tmovl\t\$\d+, %ebp\n\.Lround:")]
    private static partial Regex Rounds();
}
