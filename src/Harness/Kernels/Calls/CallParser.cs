using Harness.Loading;

namespace Harness.Kernels.Calls;

/// <summary>Reads calls as command lines and lists write them.</summary>
/// <param name="folder">Where names of files count from.</param>
internal sealed class CallParser(string folder)
{
    /// <summary>More than a call is meant to be given.</summary>
    private const long MaximumBuffers = 64 << 20;

    /// <summary>What out(N) holds at first: nothing that is right by chance.</summary>
    private const byte Unwritten = 0xa5;

    private static readonly string[] _contents = ["text", "bytes", "zero", "out", "file", "u8", "u16", "u32", "u64", "struct", "va"];
    private const int MaximumNesting = 32;

    private static readonly (string Word, int Bits)[] _widths = [("u8", 8), ("bool", 8), ("u16", 16), ("int", 32), ("u32", 32)];

    private int _nesting;
    private long _bytes;

    /// <summary>The calls of a list: a line each; # begins a remark, a line that ends in \ goes on in the next.</summary>
    /// <exception cref="InputException">A line that can't be understood.</exception>
    public static IReadOnlyList<KernelCall> ReadList(string path)
    {
        var parser = new CallParser(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var calls = new List<KernelCall>();
        var (number, begun) = (0, "");
        foreach (var line in InputFile.ReadLines(path))
        {
            number++;
            if (line.TrimStart().StartsWith('#') && begun.Length == 0)
                continue;
            begun += line.TrimEnd();
            if (begun.EndsWith('\\'))
                begun = begun[..^1];
            else if (begun.Trim() is { Length: > 0 } text)
                (begun, _) = ("", Keep(parser.Parse(text, $"{path}:{number}")));
        }

        return begun.Length == 0 ? calls : throw new InputException($"{path}: the last line does not end");

        bool Keep(KernelCall call)
        {
            calls.Add(call);
            return true;
        }
    }

    /// <summary>One line.</summary>
    /// <exception cref="InputException">It can't be understood; the message begins with the place.</exception>
    public KernelCall Parse(string text, string place)
    {
        (_nesting, _bytes) = (0, 0);
        var scanner = new CallScanner(text, place);
        var release = scanner.TryTake("[") ? scanner.Until(']') : null;
        var isOptional = scanner.TryTake("?");
        var statements = new List<CallStatement>();
        do
            statements.Add(Statement(scanner));
        while (scanner.TryTake(";") && !scanner.IsAtEnd);
        if (!scanner.IsAtEnd)
            throw scanner.Error("expected ';' or the end");
        if (!statements.Exists(statement => statement is FunctionCall))
            throw scanner.Error("no function is called");
        return new KernelCall(text, place, release, isOptional, statements);
    }

    private CallStatement Statement(CallScanner scanner)
    {
        var begin = scanner.Position;
        if (scanner.Peek() != '&')
        {
            var name = scanner.Name();
            if (scanner.Peek() is '(' or ':' or '#')
            {
                scanner.Position = begin;
                return Call(scanner, result: null);
            }

            if (scanner.TryTakeAssignment())
            {
                return IsContent(scanner)
                    ? new BufferStatement(new BufferValue(name, Content(scanner)))
                    : Call(scanner, name);
            }

            scanner.Position = begin;
        }

        var place = Value(scanner);
        scanner.Take("==");
        return IsContent(scanner) ? new MemoryCheck(place, Content(scanner)) : throw scanner.Error("expected contents to compare with, such as \"text\" or u32(1)");
    }

    private FunctionCall Call(CallScanner scanner, string? result)
    {
        var function = Symbol(scanner);
        scanner.Take("(");
        var arguments = Values(scanner);
        return new FunctionCall(result, function, arguments, scanner.TryTake("=>") ? Expected(scanner) : null);
    }

    private ExpectedReturn Expected(CallScanner scanner)
    {
        var begin = scanner.Position;
        if (char.IsAsciiLetter(scanner.Peek()))
        {
            var word = scanner.Name();
            if (word == "unfaithful")
                return ExpectedReturn.Unfaithful;
            if (Array.Find(_widths, width => width.Word == word) is { Bits: > 0 } width && scanner.Peek() != '(')
                return new ExpectedReturn(width.Bits, Value(scanner));
            scanner.Position = begin;
        }

        return new ExpectedReturn(64, Value(scanner));
    }

    private static CallName Symbol(CallScanner scanner)
    {
        var name = scanner.Name();
        string? module = null;
        if (scanner.TryTake(":"))
            (module, name) = (name, scanner.Name());
        return new CallName(module, name, scanner.TryTake("#") ? (int)Math.Min(scanner.Number(), int.MaxValue) : null);
    }

    /// <summary>Up to and with the closing parenthesis.</summary>
    private List<CallValue> Values(CallScanner scanner)
    {
        var values = new List<CallValue>();
        if (scanner.TryTake(")"))
            return values;
        do
            values.Add(Value(scanner));
        while (scanner.TryTake(","));
        scanner.Take(")");
        return values;
    }

    private CallValue Value(CallScanner scanner)
    {
        if (scanner.TryTake("&"))
            return new AddressValue(Symbol(scanner), Offset(scanner));
        if (scanner.Peek() is '-' or '\'' or (>= '0' and <= '9'))
            return new NumberValue(scanner.Number());
        if (scanner.TryTake("*"))
            return Loaded(scanner);
        if (IsContent(scanner))
            return new BufferValue(null, Content(scanner));
        var name = scanner.Name();
        if (scanner.TryTakeAssignment())
            return new BufferValue(name, Content(scanner));
        return new NamedValue(name, Offset(scanner));
    }

    private LoadedValue Loaded(CallScanner scanner)
    {
        var address = scanner.Peek() == '*' ? null : Value(scanner);
        return address is AddressValue or NamedValue ? new LoadedValue(address) : throw scanner.Error("expected a name behind '*'");
    }

    private static long Offset(CallScanner scanner) =>
        scanner.TryTake("+") ? unchecked((long)scanner.Number()) : scanner.TryTake("-") ? unchecked(-(long)scanner.Number()) : 0;

    private static bool IsContent(CallScanner scanner)
    {
        if (scanner.Peek() == '"')
            return true;
        var begin = scanner.Position;
        var isContent = char.IsAsciiLetter(scanner.Peek()) && _contents.Contains(scanner.Name()) && scanner.Peek() == '(';
        scanner.Position = begin;
        return isContent;
    }

    private BufferContent Content(CallScanner scanner)
    {
        if (scanner.Peek() == '"')
            return new BytesContent([.. scanner.Text(), 0]);
        if (!IsContent(scanner))
            throw scanner.Error($"expected \"text\" or one of {string.Join(", ", _contents)}");
        var word = scanner.Name();
        scanner.Take("(");
        if (++_nesting > MaximumNesting)
            throw scanner.Error($"nested more than {MaximumNesting} deep");
        var content = Content(word, scanner);
        _nesting--;
        return content;
    }

    private BufferContent Content(string word, CallScanner scanner)
    {
        switch (word)
        {
            case "text":
                return Closed(scanner, new BytesContent(scanner.Text()));
            case "zero":
                return Closed(scanner, new BytesContent(new byte[Size(scanner)]));
            case "out":
                return Closed(scanner, new BytesContent([.. Enumerable.Repeat(Unwritten, Size(scanner))]));
            case "bytes":
                return new BytesContent(Bytes(scanner));
            case "file":
                return Counted(scanner, InputFile.Read(Path.Combine(folder, scanner.Until(')').Trim())));
            case "struct":
                return new StructContent(Parts(scanner));
            case "va":
                return new VariableArguments(Values(scanner));
            default:
                return new WordsContent(Array.Find(_widths, width => width.Word == word).Bits is > 0 and var bits ? bits / 8 : 8, Values(scanner));
        }
    }

    private List<BufferContent> Parts(CallScanner scanner)
    {
        var parts = new List<BufferContent>();
        do
            parts.Add(Content(scanner));
        while (scanner.TryTake(","));
        scanner.Take(")");
        return parts;
    }

    private static BytesContent Closed(CallScanner scanner, BytesContent content)
    {
        scanner.Take(")");
        return content;
    }

    private int Size(CallScanner scanner)
    {
        var size = scanner.Number();
        return size <= MaximumBuffers && (_bytes += (long)size) <= MaximumBuffers ? (int)size : throw TooLarge(scanner);
    }

    private BytesContent Counted(CallScanner scanner, byte[] bytes) =>
        (_bytes += bytes.Length) <= MaximumBuffers ? new BytesContent(bytes) : throw TooLarge(scanner);

    private static InputException TooLarge(CallScanner scanner) => scanner.Error($"buffers of more than {MaximumBuffers >> 20} MiB");

    private static byte[] Bytes(CallScanner scanner)
    {
        var digits = string.Concat(scanner.Until(')').Where(character => !char.IsWhiteSpace(character)));
        try
        {
            return Convert.FromHexString(digits);
        }
        catch (FormatException)
        {
            throw scanner.Error($"bytes({digits}): expected pairs of hexadecimal digits before");
        }
    }
}
