using Harness.Loading;
using Harness.Verification;
using Unwinder;

namespace Harness.Verification.Chains;

/// <summary>Chains of callers on one line, nearest first: <c>main+0x9 &lt;- __harness_root+0x2 END</c>.</summary>
internal static class ChainText
{
    /// <summary>
    /// The callers, without the innermost frame, and why the chain ended. A frame that follows itself is written once,
    /// with how often.
    /// </summary>
    public static string OfCallers(UnwoundChain chain, SymbolMap symbols)
    {
        var names = chain.Frames.Skip(1).Select(frame => NameOf(frame.Frame, symbols));
        var text = Join(names);
        return $"{(text.Length == 0 ? "no caller" : text)} {EndOf(chain.Outcome)}";
    }

    /// <summary>As <see cref="OfCallers"/>, but every length of more than one of a repeated frame is the same.</summary>
    public static string ShapeOfCallers(UnwoundChain chain, SymbolMap symbols)
    {
        var names = chain.Frames.Skip(1).Select(frame => NameOf(frame.Frame, symbols));
        return string.Join('<', Runs(names).Select(run => run.Count == 1 ? run.Name : $"{run.Name}*")) + EndOf(chain.Outcome);
    }

    /// <summary>Name of a frame's place; interrupted frames in brackets with how much of their registers is there.</summary>
    public static string NameOf(in UnwindFrame frame, SymbolMap symbols)
    {
        var name = frame.UserMode ? $"user 0x{frame.Ip:x}" : symbols.NameOf(frame.Ip);
        return frame.Registers switch
        {
            RegisterFrame.Full => $"[{name} regs]",
            RegisterFrame.Partial => $"[{name} iret]",
            _ => name,
        };
    }

    /// <summary>END for a complete chain, otherwise the reason in parentheses.</summary>
    public static string EndOf(UnwindOutcome outcome) => outcome.IsCleanEnd() ? "END" : $"({outcome.Describe()})";

    /// <summary>Names, nearest first, in one line; one that follows itself is written once, with how often.</summary>
    public static string Join(IEnumerable<string> names) =>
        string.Join(" <- ", Runs(names).Select(run => run.Count == 1 ? run.Name : $"{run.Name} x{run.Count}"));

    private static List<(string Name, int Count)> Runs(IEnumerable<string> names)
    {
        var runs = new List<(string Name, int Count)>();
        foreach (var name in names)
        {
            if (runs.Count > 0 && runs[^1].Name == name)
                runs[^1] = (name, runs[^1].Count + 1);
            else
                runs.Add((name, 1));
        }

        return runs;
    }
}
