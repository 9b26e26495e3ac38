using System.Globalization;
using Harness.Execution;
using Objtool.Diagnostics;
using Undwarf.Quirks;
using Unwinder;
using Unwinder.Stacks;

namespace Harness.Fixtures;

/// <summary>
/// Reads the lines <c># harness: key=value ...</c> at the top of a fixture; the first line that is neither a comment nor
/// empty ends the header.
/// </summary>
internal static class FixtureHeaderParser
{
    private const string Mark = "harness:";

    private static readonly Dictionary<string, Func<FixtureHeader, string, FixtureHeader>> _keys = new()
    {
        ["entry"] = (header, value) => header with { Entry = value },
        ["interrupts"] = (header, value) => header with { Interrupts = ParseInterrupts(value) },
        ["stack"] = (header, value) => value == "task" ? header : throw new FormatException($"stack={value}: only task is known"),
        ["result"] = (header, value) => header with { Result = ParseNumber(value) },
        ["blind"] = (header, value) => header with { Blind = [.. value.Split(',').Select(CodePlace.Parse)] },
        ["irq"] = (header, value) => header with { Requests = [.. header.Requests, new(InterruptKind.Irq, value)] },
        ["nmi"] = (header, value) => header with { Requests = [.. header.Requests, new(InterruptKind.Nmi, value)] },
        ["fault"] = (header, value) => header with { Requests = [.. header.Requests, new(InterruptKind.Fault, value)] },
        ["edits"] = (header, value) => header with { Edits = RegisterEdits.Parse(value) },
        ["frames"] = (header, value) => value == "copied" ? header with { CopiesFrames = true } : throw new FormatException($"frames={value}: only copied is known"),
        ["rsp0"] = (header, value) => header with { UserEntryStack = ParseEntryStack(value) },
        ["faults"] = (header, value) => header with { StandsFaults = ParseFaults(value) },
        ["switch"] = (header, value) => header with { TaskSwitch = value },
        ["fork"] = (header, value) => header with { ReturnFromFork = value },
        ["hooks"] = (header, value) => header with { Hooks = HookTable.Parse(value) },
        ["copy"] = (header, value) => header with { Copies = [.. header.Copies, CopiedCode.Parse(value)] },
        ["callers"] = (header, value) => value == "unreliable" ? header with { AllowsGuesses = true } : throw new FormatException($"callers={value}: only unreliable is known"),
        ["checks"] = (header, value) => value == "frame-pointers" ? header with { PromisesFramePointers = true } : throw new FormatException($"checks={value}: only frame-pointers is known"),
        ["wrong"] = (header, value) => header with { Wrong = value.Split(',') },
        ["unwinder"] = (header, value) => header with { Unwinder = ParseUnwinder(value, $"unwinder={value}") },
        ["expect"] = (header, value) => header with { Expectation = ParseExpectation(value) },
    };

    /// <summary>First words of lines whose rest is a sentence.</summary>
    private static readonly Dictionary<string, Func<FixtureHeader, string, FixtureHeader>> _sentences = new()
    {
        ["what"] = (header, text) => header with { What = text },
        ["reference"] = (header, text) => header with { Reference = text },
        ["symptom"] = (header, text) => header with { Symptom = text },
        ["survives"] = (header, text) => header with { Survivors = [.. header.Survivors, SurvivorNote.Parse(text)] },
        ["unexecuted"] = (header, text) => header with { Unexecuted = [.. header.Unexecuted, UnexecutedRows.Parse(text)] },
    };

    /// <summary>The header of a file with these lines; blind spots are allowed nowhere unless it says so.</summary>
    /// <exception cref="InputException">A line that can't be understood.</exception>
    public static FixtureHeader Parse(string path, IEnumerable<string> lines)
    {
        var header = FixtureHeader.Default with { Blind = [] };
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.TrimStart(' ', '\t', '#', '/', '*');
            if (text.Length == line.Length && line.Length > 0)
                break;
            if (!text.StartsWith(Mark, StringComparison.Ordinal))
                continue;

            try
            {
                header = ParseLine(header, text[Mark.Length..].Trim());
            }
            catch (FormatException exception)
            {
                throw new InputException($"{path}:{number}: {exception.Message}");
            }
        }

        return header;
    }

    private static FixtureHeader ParseLine(FixtureHeader header, string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && _sentences.TryGetValue(text[..space], out var applySentence))
            return applySentence(header, text[(space + 1)..]);

        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !_keys.TryGetValue(word[..equals], out var apply))
                throw new FormatException($"'{word}': expected {string.Join(", ", _sentences.Keys)} and text, or one of {string.Join(", ", _keys.Keys)} with =value");
            header = apply(header, word[(equals + 1)..]);
        }

        return header;
    }

    private static InterruptMode ParseInterrupts(string value) => value switch
    {
        "none" => InterruptMode.None,
        "each" => InterruptMode.Each,
        "nested" => InterruptMode.Nested,
        _ => throw new FormatException($"interrupts={value}: expected none, each or nested"),
    };

    private static StackKind ParseEntryStack(string value) => value switch
    {
        "task" => StackKind.Task,
        "entry" => StackKind.Entry,
        _ => throw new FormatException($"rsp0={value}: expected task or entry"),
    };

    private static bool ParseFaults(string value) => value switch
    {
        "any" => true,
        "own" => false,
        _ => throw new FormatException($"faults={value}: expected any or own"),
    };

    private static ulong ParseNumber(string value)
    {
        var parsed = value.StartsWith("0x", StringComparison.Ordinal)
            ? ulong.TryParse(value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            : ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return parsed ? number : throw new FormatException($"'{value}' is no number");
    }

    private static UnwinderKind ParseUnwinder(string name, string word) =>
        UnwinderKinds.Parse(name) ?? throw new FormatException($"{word}: expected one of {string.Join(", ", UnwinderKinds.Names)}");

    private static Expectation ParseExpectation(string value)
    {
        if (value is "pass" or "fault")
            return new(value == "pass" ? ExpectedOutcome.Pass : ExpectedOutcome.Fault);

        var (kind, name) = value.Split(':', 2) is [var first, var second] ? (first, second) : (value, "");
        return kind switch
        {
            "diagnostic" when DiagnosticCatalog.Kinds.Any(known => DiagnosticCatalog.IdOf(known) == name) => new(ExpectedOutcome.Diagnostic, name),
            "diagnostic" => throw new FormatException($"expect={value}: there is no diagnostic with this id"),
            "unwinder" => new(ExpectedOutcome.Unwinder, Unwinder: ParseUnwinder(name, $"expect={value}")),
            "quirk" => new(ExpectedOutcome.Quirk, Quirk: QuirkCatalog.Find(name) ?? throw new FormatException($"expect={value}: there is no such quirk")),
            _ => throw new FormatException($"expect={value}: expected pass, fault, diagnostic:ID, quirk:NAME or unwinder:NAME"),
        };
    }
}
