using System.Text;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Verification.Chains;
using Harness.Verification.Results;
using Undwarf;
using Undwarf.Quirks;
using Unwinder;

namespace Harness.Verification;

/// <summary>Writes findings so that a reader can see what is wrong and replay it.</summary>
internal static class VerdictWriter
{
    /// <summary>Everything that is wrong with a fixture.</summary>
    public static string Write(FixtureReport report) => ResultText.Failures(ResultRecorder.Record(report, TimeSpan.Zero));

    /// <summary>One finding of a report.</summary>
    public static string Write(FixtureReport report, Mismatch mismatch)
    {
        var text = new StringBuilder();
        var symbols = report.Image!.Symbols;
        text.AppendLine($"FAIL {report.Fixture.Name}: at {Place(mismatch, symbols)}: {Difference(mismatch, symbols)}");
        text.AppendLine($"     expected  {ExpectedChain(mismatch, symbols)}");
        text.AppendLine($"     unwound   {UnwoundChainText(mismatch, symbols)}");
        text.AppendLine($"     row       {RowText(report.Image, report.Unwinder, mismatch.Chain)}");
        text.AppendLine($"     replay    {ReplayCommand(report, mismatch, symbols)}");
        return text.ToString();
    }

    /// <summary>Where it was, in which interrupts, and in which state of the code.</summary>
    public static string Place(Mismatch mismatch, SymbolMap symbols) =>
        Place(mismatch.Rip, mismatch.IsAsleep ? null : mismatch.Visit, mismatch.Interrupts, mismatch.Variant, symbols);

    /// <summary>The same from its parts.</summary>
    /// <param name="rip">The instruction.</param>
    /// <param name="visit">Its execution; null: a task sleeps there.</param>
    /// <param name="nest">The interrupts that were being handled, outermost first.</param>
    /// <param name="variant">The state of the code.</param>
    /// <param name="symbols">Names.</param>
    public static string Place(ulong rip, int? visit, IReadOnlyList<InterruptPlace> nest, CodeVariant variant, SymbolMap symbols)
    {
        var place = visit is null ? $"a task asleep at {symbols.NameOf(rip)}" : $"{symbols.NameOf(rip)}#{visit}";
        var interrupts = string.Concat(nest.Reverse().Select(irq => $" in {NameOf(irq.Kind)} at {symbols.NameOf(irq.Rip)}#{irq.Visit}"));
        return $"{place}{interrupts}{(variant == CodeVariant.Patched ? " in patched code" : "")}";
    }

    private static string NameOf(InterruptKind kind) => kind == InterruptKind.Fault ? "a fault" : kind.ToString().ToUpperInvariant();

    /// <summary>What is wrong at a point, in one line.</summary>
    public static string Difference(Mismatch mismatch, SymbolMap symbols)
    {
        var chain = mismatch.Chain;
        if (chain.Frames.Count == 0)
            return $"the unwind does not start: {chain.Outcome.Describe()}";
        if (mismatch.IsAsleep && chain.Frames[0].Frame.Ip != mismatch.Rip)
            return $"its first frame is {symbols.NameOf(chain.Frames[0].Frame.Ip)}, not {symbols.NameOf(mismatch.Rip)}";

        var at = symbols.NameOf(chain.Frames[chain.FirstWrong].Frame.Ip);
        var isLast = chain.FirstWrong == chain.Frames.Count - 1;
        if (isLast && chain.FirstWrong >= mismatch.Expected.Count)
            return $"the chain should end in {at}, but: {chain.Outcome.Describe()}";
        if (isLast)
            return $"no caller of {at}: {chain.Outcome.Describe()}{(chain.FaultAddress != 0 && !chain.Outcome.IsCleanEnd() ? $" (0x{chain.FaultAddress:x})" : "")}";
        if (chain.FirstWrong >= mismatch.Expected.Count)
            return $"the chain goes on after its end in {at}";
        return $"wrong caller of {at}: {chain.WrongRegister ?? FieldDifference(chain.Frames[chain.FirstWrong + 1].Frame, mismatch.Expected[chain.FirstWrong], symbols)}";
    }

    private static string FieldDifference(in UnwindFrame found, in ShadowFrame expected, SymbolMap symbols)
    {
        if (found.Ip != expected.Ip && !expected.IsIpEdited)
            return $"ip is {symbols.NameOf(found.Ip)}, not {symbols.NameOf(expected.Ip)}";
        if (found.Sp != expected.Sp)
            return $"sp is 0x{found.Sp:x}, not 0x{expected.Sp:x}";
        if (found.Bp != expected.Bp)
            return $"bp is 0x{found.Bp:x}, not 0x{expected.Bp:x}";
        if (expected.IpSlot != 0 && found.IpSlot != expected.IpSlot)
            return $"ip was read from 0x{found.IpSlot:x}, not from 0x{expected.IpSlot:x}";
        if (found.Unreliable)
            return "all of it is right, but was found in a way that can't be relied on, and the fixture does not say callers=unreliable";
        if (found.Signal != expected.IsInterrupted)
            return expected.IsInterrupted ? "it was interrupted, but is looked up as a return address" : "it was left by a call, but is looked up as interrupted";
        return expected.IsInterrupted
            ? $"its registers at 0x{found.RegistersAddress:x} are not those that were interrupted"
            : $"it has registers at 0x{found.RegistersAddress:x}, but was left by a call";
    }

    /// <summary>The true chain.</summary>
    public static string ExpectedChain(Mismatch mismatch, SymbolMap symbols)
    {
        var frames = mismatch.Expected.TakeWhile((_, index) => index == 0 || !mismatch.Expected[index - 1].IsUserMode)
            .Select(frame => frame.IsUserMode ? $"user 0x{frame.Ip:x}" : symbols.NameOf(frame.Ip));
        return $"{ChainText.Join(frames.Prepend(symbols.NameOf(mismatch.Rip)))} END";
    }

    /// <summary>The chain that was found, and why it ended.</summary>
    public static string UnwoundChainText(Mismatch mismatch, SymbolMap symbols)
    {
        var frames = mismatch.Chain.Frames.Select(frame => frame.Frame.UserMode ? $"user 0x{frame.Frame.Ip:x}" : symbols.NameOf(frame.Frame.Ip));
        return $"{ChainText.Join(frames)} ({mismatch.Chain.Outcome.Describe()})";
    }

    /// <summary>The row at the first wrong frame.</summary>
    public static string RowText(Image image, UnwinderKind unwinder, UnwoundChain chain)
    {
        if (chain.Frames.Count == 0 || chain.Frames[chain.FirstWrong].Row is not (>= 0 and var row))
            return "none";
        var rows = image.RowsOf(unwinder);
        var address = rows.AddressOf(row);
        return $"{address:x} {image.Symbols.NameOf(address)}: {rows.Describe(row)}";
    }

    private static string ReplayCommand(FixtureReport report, Mismatch mismatch, SymbolMap symbols)
    {
        if (report.Replay is { } replay)
            return string.Join(' ', replay.Select(Quote));
        List<string> words = ["./harness", "trace", report.Fixture.Path];
        if (!mismatch.IsAsleep)
            words.AddRange(["--at", $"{UniqueName(mismatch.Rip, symbols)}#{mismatch.Visit}"]);
        foreach (var irq in mismatch.Interrupts)
            words.AddRange([$"--{irq.Kind.ToString().ToLowerInvariant()}", $"{UniqueName(irq.Rip, symbols)}#{irq.Visit}"]);
        if (report.Interrupts != InterruptMode.None)
            words.AddRange(["--interrupts", report.Interrupts.ToString().ToLowerInvariant()]);
        if (report.EveryVisit)
            words.Add("--every-visit");
        if (report.Entry != EntryCodes.DefaultFor(report.Unwinder))
            words.AddRange(["--entry", EntryCodes.NameOf(report.Entry)]);
        if (mismatch.Variant == CodeVariant.Patched)
            words.Add("--patched");
        if (report.Unwinder != UnwinderKind.Undwarf)
            words.AddRange(["--unwinder", UnwinderKinds.NameOf(report.Unwinder)]);
        foreach (var quirk in QuirkCatalog.All.Where(quirk => report.Quirks.HasFlag(quirk.Flag)))
            words.AddRange(["--quirk", quirk.Name]);
        words.AddRange(report.CompilerOptions);
        return string.Join(' ', words.Select(Quote));
    }

    /// <summary>A name by which the place is found again: two files may have local functions of one name.</summary>
    private static string UniqueName(ulong address, SymbolMap symbols)
    {
        var name = symbols.NameOf(address);
        return PointAddress.Parse(name, symbols).Rip == address ? name : $"0x{address:x}";
    }

    /// <summary>A word as a shell reads it back.</summary>
    private static string Quote(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "_-+=./:,@%#".Contains(character, StringComparison.Ordinal)) && word[0] != '#'
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
