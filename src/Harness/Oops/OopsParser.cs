using System.Globalization;
using System.Text.RegularExpressions;

namespace Harness.Oops;

/// <summary>Reads reports of the kernel, with or without time stamps, in the forms of 2017 and of today.</summary>
internal static partial class OopsParser
{
    private const int MaximumLines = 100_000;

    /// <summary>The first report in a text.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="lines">The text.</param>
    /// <exception cref="InputException">There is neither RIP nor a call trace in it, or a line of them is damaged.</exception>
    public static OopsReport Parse(string path, IEnumerable<string> lines)
    {
        var state = new State(path);
        foreach (var line in lines.Take(MaximumLines))
        {
            state.Number++;
            Read(state, Stamp().Replace(line, "").TrimEnd());
        }

        if (state.Rip is null && state.Frames.Count == 0)
            throw new InputException($"{path}: neither a line 'RIP: ...' nor a call trace: this is no stack dump of the kernel, or it was cut off");
        return new OopsReport(state.Rip, state.Code, state.Registers, state.Frames);
    }

    private sealed class State(string path)
    {
        public string Path { get; } = path;

        public int Number { get; set; }

        public ReportedPlace? Rip { get; set; }

        public ReportedCode? Code { get; set; }

        public Dictionary<string, ulong> Registers { get; } = [];

        public List<ReportedFrame> Frames { get; } = [];

        public bool InTrace { get; set; }

        public string Context { get; set; } = "";
    }

    private static void Read(State state, string line)
    {
        if (RipLine().Match(line) is { Success: true } rip)
            ReadRip(state, rip);
        else if (line.Contains("Call Trace:", StringComparison.Ordinal))
            state.InTrace = true;
        else if (CodeLine().Match(line) is { Success: true } code)
            state.Code ??= ReadCode(state, code.Groups["bytes"].Value);
        else if (state.InTrace && ContextLine().Match(line) is { Success: true } context)
            state.Context = context.Groups["end"].Success ? "" : context.Groups["name"].Value;
        else if (state.InTrace && FrameLine().Match(line) is { Success: true } frame)
            state.Frames.Add(new ReportedFrame(PlaceOf(frame), frame.Groups["guess"].Success, IsInterrupted: false, state.Context));
        else
            ReadRegisters(state, line);
    }

    /// <summary>The first is the report's; others, within the trace, are of code that was interrupted further out.</summary>
    private static void ReadRip(State state, Match match)
    {
        if (state.InTrace && match.Groups["symbol"].Success)
            state.Frames.Add(new ReportedFrame(PlaceOf(match), IsGuess: false, IsInterrupted: true, state.Context));
        else if (match.Groups["symbol"].Success)
            state.Rip ??= PlaceOf(match);
    }

    private static void ReadRegisters(State state, string line)
    {
        if (state.InTrace)
            return;
        foreach (Match register in Register().Matches(line))
            state.Registers.TryAdd(register.Groups["name"].Value, ParseHex(register.Groups["value"].Value));
    }

    private static ReportedCode ReadCode(State state, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bytes = new byte[words.Length];
        var marked = -1;
        for (var i = 0; i < words.Length; i++)
        {
            var isMarked = words[i] is ['<', .., '>'] or ['(', .., ')'];
            if (isMarked)
                marked = i;
            var digits = isMarked ? words[i][1..^1] : words[i];
            if (digits.Length != 2 || !byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
                throw new InputException($"{state.Path}:{state.Number}: '{words[i]}' is no byte of code");
        }

        return marked >= 0 ? new ReportedCode(bytes, marked) : throw new InputException($"{state.Path}:{state.Number}: no byte of the code is marked <..>: the line was cut off");
    }

    private static ReportedPlace PlaceOf(Match match) => new(
        match.Groups["symbol"].Value, ParseHex(match.Groups["offset"].Value), ParseHex(match.Groups["size"].Value),
        match.Groups["module"].Success ? match.Groups["module"].Value : null);

    private static ulong ParseHex(string digits) => ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private const string Place = @"(?<symbol>[A-Za-z_$.][\w$.]*)\+0x(?<offset>[0-9a-f]{1,16})/0x(?<size>[0-9a-f]{1,16})(?:\s+\[(?<module>[\w-]+)[^\]]*\])?";

    [GeneratedRegex(@"^(?:<\d+>)?\s*\[\s*\d+\.\d+\](?:\[\s*[TC]\d+\])?\s?")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"\bRIP: (?:[0-9a-f]{4}:)?(?:\[<[0-9a-f]+>\]\s*)*(?:" + Place + ")?")]
    private static partial Regex RipLine();

    [GeneratedRegex(@"^\s*Code: (?!Bad\b|Unable\b)(?<bytes>.*)$")]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"^\s*<(?<end>/|E)?(?<name>[#A-Z]+\d?)>\s*$")]
    private static partial Regex ContextLine();

    [GeneratedRegex(@"^\s*(?:\[<[0-9a-f]+>\]\s*)?(?<guess>\?\s+)?" + Place + @"\s*$")]
    private static partial Regex FrameLine();

    [GeneratedRegex(@"\b(?<name>R[A-D]X|R[SD]I|R[BS]P|R\d\d|EFLAGS|CR[0234]): (?:[0-9a-f]{4}:)?(?<value>[0-9a-f]{8,16})\b")]
    private static partial Regex Register();
}
