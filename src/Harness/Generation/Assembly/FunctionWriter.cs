using System.Globalization;
using System.Text;
using Harness.Generation.Assembly.Frames;
using Harness.Generation.Assembly.Statements;

namespace Harness.Generation.Assembly;

/// <summary>
/// Writes one function: rdi in, rax out. What it computes is kept in its accumulator, a register or a word of its frame;
/// statements may use any register that calls don't preserve.
/// </summary>
internal sealed class FunctionWriter
{
    private const int MaximumStackUse = 6000;
    private const int MaximumDepth = 3;
    private const int InstructionsBefore = 24;
    private const int PushedBefore = 64;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _outOfLine = new();
    private readonly long _maximumCost;
    private long _cost;
    private int _calleeStackUse;
    private int _deepest;

    /// <param name="program">What it belongs to.</param>
    /// <param name="name">Its symbol.</param>
    /// <param name="maximumCost">What it and its callees may execute.</param>
    public FunctionWriter(ProgramWriter program, string name, long maximumCost)
    {
        (Program, Name, _maximumCost) = (program, name, maximumCost);
        Frame = FrameShapes.Choose(this);
    }

    /// <summary>What it belongs to.</summary>
    public ProgramWriter Program { get; }

    /// <summary>Its symbol.</summary>
    public string Name { get; }

    /// <summary>All decisions come from here.</summary>
    public SplitMix64 Random => Program.Random;

    /// <summary>Its frame.</summary>
    public Frame Frame { get; }

    /// <summary>The text so far.</summary>
    public string Text => $"{_text}\n";

    /// <summary>Bytes that the body has pushed and not dropped yet.</summary>
    public int Pushed { get; private set; }

    /// <summary>How many branches and loops are open.</summary>
    public int Depth { get; private set; }

    /// <summary>May another branch or loop be opened?</summary>
    public bool CanNest => Depth < MaximumDepth;

    /// <summary>How often what is written now executes, at most.</summary>
    public int Multiplier { get; private set; } = 1;

    /// <summary>Is it in another section than the function, whose labels are far away?</summary>
    public bool IsCold { get; private set; }

    /// <summary>The operand that holds what was computed so far.</summary>
    public string Accumulator => Frame.AccumulatorAt(Pushed);

    /// <summary>Is the accumulator a register?</summary>
    public bool HasRegister => !Accumulator.EndsWith(')');

    /// <summary>Is there still something in the accumulator after a call?</summary>
    public bool SurvivesCalls => Accumulator != "%rax";

    /// <summary>Writes all of it.</summary>
    public GeneratedFunction WriteFunction()
    {
        var arguments = Random.Chance(25) ? Random.Between(1, 3) : 0;
        _text.Append(CultureInfo.InvariantCulture, $"FUNCTION {Name}\n");
        Use($"frame: {Frame.Name}");
        Entry.Write(this, arguments);
        Frame.WritePrologue(this);
        // Bits of the argument come everywhere, so that later branches go both ways.
        Emit($"imulq\t${(Random.Next() >> 34) | 1}, %rdi, %rax");
        Emit($"rorq\t${Random.Between(8, 40)}, %rax");
        if (SurvivesCalls)
            Emit($"movq\t%rax, {Accumulator}");
        WriteBlock(Random.Between(2, 7));
        Exit.Write(this);
        _text.Append(_outOfLine).Append(CultureInfo.InvariantCulture, $"END_FUNCTION {Name}\n");
        return new GeneratedFunction(Name, arguments, _cost, Frame.Size + _deepest + _calleeStackUse + 16 + (8 * arguments));
    }

    /// <summary>Writes a few statements.</summary>
    public void WriteBlock(int statements)
    {
        for (var i = 0; i < statements; i++)
        {
            var production = Production.Choose(StatementTable.All, this);
            Use(production.Name);
            production.Write(this);
        }
    }

    /// <summary>A block inside a branch or loop.</summary>
    /// <param name="times">How often it executes, at most.</param>
    public void WriteNested(int times = 1)
    {
        Depth++;
        Multiplier *= times;
        WriteBlock(Random.Between(1, 3));
        Multiplier /= times;
        Depth--;
    }

    /// <summary>Counts a production.</summary>
    public void Use(string production) => Program.Use(production);

    /// <summary>An instruction.</summary>
    public void Emit(string instruction)
    {
        _text.Append('\t').Append(instruction).Append('\n');
        _cost += Multiplier;
    }

    /// <summary>A macro or directive, or anything that is no instruction of its own.</summary>
    public void EmitMacro(string line) => _text.Append('\t').Append(line).Append('\n');

    /// <summary>The place of a label.</summary>
    public void Place(string label) => _text.Append(label).Append(":\n");

    /// <summary>Pushes a word for the body.</summary>
    public void Push(string operand)
    {
        Emit($"pushq\t{operand}");
        NotePushed(8);
    }

    /// <summary>Something else has changed how much the body has pushed.</summary>
    public void NotePushed(int bytes)
    {
        Pushed += bytes;
        _deepest = Math.Max(_deepest, Pushed);
    }

    /// <summary>Drops words that the body pushed, in one of the ways to do that.</summary>
    public void Drop(int bytes)
    {
        var ways = bytes == 8 ? 3 : 2;
        switch (Random.Below(ways))
        {
            case 0:
                Emit($"addq\t${bytes}, %rsp");
                break;
            case 1:
                Emit($"leaq\t{bytes}(%rsp), %rsp");
                break;
            default:
                Emit("popq\t%rcx");
                break;
        }

        NotePushed(-bytes);
    }

    /// <summary>Writes something where nothing falls into it, behind the function's last instruction.</summary>
    public void WriteOutOfLine(Action write) => Redirect(write, text => _outOfLine.Append(text));

    /// <summary>Writes something in the section of what is seldom executed, as a part of the function.</summary>
    public void WriteCold(string symbol, Action write)
    {
        IsCold = true;
        Redirect(write, text => Program.AddCold($"FUNCTION {symbol}\n\t.local\t{symbol}\n{text}END_FUNCTION {symbol}\n\t.local\t{symbol}\n\n"));
        IsCold = false;
    }

    /// <summary>Takes the frame down from wherever the body is, and goes on as if nothing had happened.</summary>
    /// <param name="leave">What is done then.</param>
    public void WriteWayOut(Action leave)
    {
        var pushed = Pushed;
        Frame.WriteEpilogue(this);
        leave();
        Pushed = pushed;
    }

    /// <summary>The functions that may be called here, as far as instructions and stack go.</summary>
    /// <param name="stackArguments">Those that want words on the stack, or those that want none.</param>
    /// <param name="isLater">May a few instructions and pushes come before the call?</param>
    public GeneratedFunction[] Callees(bool stackArguments = false, bool isLater = false) => [.. Program.Functions.Where(function =>
        function.StackArguments > 0 == stackArguments
        && _cost + (((isLater ? InstructionsBefore : 0) + function.Cost) * Multiplier) <= _maximumCost
        && Frame.Size + Pushed + (isLater ? PushedBefore : 0) + function.StackUse < MaximumStackUse)];

    /// <summary>Will there be a function that may be called here without arguments on the stack?</summary>
    public bool CanCall => Callees(isLater: true).Length > 0;

    /// <summary>One that may be called.</summary>
    public GeneratedFunction Callee() => Random.Pick(Callees());

    /// <summary>Counts what a call of some of these executes.</summary>
    public void NoteCall(params IEnumerable<GeneratedFunction> functions)
    {
        _cost += Multiplier * functions.Max(function => function.Cost);
        _calleeStackUse = Math.Max(_calleeStackUse, functions.Max(function => function.StackUse));
    }

    private void Redirect(Action write, Action<string> keep)
    {
        var before = _text.ToString();
        _text.Clear();
        write();
        keep(_text.ToString());
        _text.Clear().Append(before);
    }
}
