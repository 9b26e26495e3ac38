using Elf;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Harness.Verification.Chains;

namespace Harness.Tests.Execution;

/// <summary>
/// The true callers at every label of a program that begins with <c>at_</c>, as the run recorded them:
/// <c>inner &lt; (outer) &lt; main &lt; root</c>, interrupted ones in parentheses.
/// </summary>
internal sealed class TrueChains : PointObserver
{
    private readonly Image _image;
    private readonly ShadowStack _shadow;
    private readonly Dictionary<ulong, string> _labels = [];
    private readonly List<(ulong Begin, ulong End, string Name)> _functions = [];

    private TrueChains(Image image, ShadowStack shadow)
    {
        _image = image;
        _shadow = shadow;
        foreach (var loaded in image.Objects)
        {
            foreach (var symbol in loaded.File.Symbols)
            {
                if (loaded.AddressOf(symbol) is not { } address || symbol.Section?.Flags.HasFlag(SectionFlags.Execute) != true)
                    continue;
                if (symbol.Name.StartsWith("at_", StringComparison.Ordinal))
                    _labels[address] = symbol.Name["at_".Length..];
                else if (symbol.Size > 0)
                    _functions.Add((address, address + symbol.Size, symbol.Name));
            }
        }
    }

    /// <summary>One line for each time that a label is reached.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Why the run ended, if not as it should.</summary>
    public ExecutionFinding? Finding { get; private set; }

    public static TrueChains Of(string header, string code, InterruptMode interrupts = InterruptMode.None)
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, header, code);
        var image = ImageBuilder.Build([Verifying.Preparer.Prepare(fixture).File], Verifying.Preparer.Runtime().Select(support => support.File));
        using var context = new GuestContext(image, fixture.Header);
        context.SetEntry(fixture.Header.Entry);
        var shadow = new ShadowStack();
        var chains = new TrueChains(image, shadow);
        var run = new GuestRun(context, fixture.Header, ManualRun.PolicyOf(fixture, image, interrupts), chains, shadow);
        var result = context.Machine.Run(run, context.Root, new RunLimits(100_000));
        chains.Finding = run.Finding ?? RunEnd.FindingOf(result);
        return chains;
    }

    public override void OnPoint(ulong rip, MemoryChange change)
    {
        if (!_labels.TryGetValue(rip, out var label))
            return;
        var frames = new List<string>();
        for (var i = _shadow.Depth - 1; i >= 0 && (i == _shadow.Depth - 1 || !_shadow.Frames[i + 1].IsUserMode); i--)
            frames.Add(NameOf(_shadow.Frames[i]));
        Lines.Add($"{label}: {string.Join(" < ", frames)}");
    }

    private string NameOf(in ShadowFrame frame)
    {
        if (frame.IsUserMode)
            return "user";
        var ip = frame.IsInterrupted ? frame.Ip : frame.Ip - 1;
        var name = _functions.Find(function => ip >= function.Begin && ip < function.End).Name ?? _image.Symbols.NameOf(ip);
        name = name == "__harness_root" ? "root" : name;
        return frame.IsInterrupted ? $"({name})" : name;
    }
}
