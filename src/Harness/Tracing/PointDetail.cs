using System.Text;
using Emulator;
using Harness.Execution;
using Harness.Loading;
using Harness.Verification.Chains;
using Harness.Verification;
using Unwinder;

namespace Harness.Tracing;

/// <summary>One point in full: the registers, each frame that was unwound with its row, and each that should have been.</summary>
internal sealed class PointDetail(GuestContext context, ChainVerifier verifier, PointAddress address, InterruptPlace[] nest) : PointObserver
{
    private GuestRun _run = null!;

    /// <summary>The text, once the point was reached.</summary>
    public string? Text { get; private set; }

    /// <summary>The places of the chain that was unwound, nearest first, once the point was reached.</summary>
    public IReadOnlyList<string> Unwound { get; private set; } = [];

    /// <summary>Was the chain right?</summary>
    public bool IsRight { get; private set; }

    /// <summary>Says whose points these are.</summary>
    public void Attach(GuestRun run) => _run = run;

    /// <inheritdoc/>
    public override void OnPoint(ulong rip, MemoryChange change)
    {
        if (Text is not null || rip != address.Rip || _run.CurrentVisit != address.Visit || _run.Nest.Depth != nest.Length || !_run.Nest.IsStartOf(nest))
            return;
        IsRight = verifier.Verify(rip, MemoryChange.Any);
        var chain = verifier.Explain(rip);
        Unwound = [.. chain.Frames.Select(frame => context.Image.Symbols.NameOf(frame.Frame.Ip))];
        Text = Describe(rip, chain);
        context.Machine.Stop();
    }

    private string Describe(ulong rip, UnwoundChain chain)
    {
        var symbols = context.Image.Symbols;
        var text = new StringBuilder();
        text.AppendLine($"{symbols.NameOf(rip)}#{address.Visit}  {new InstructionText(context.Image).At(rip)}");
        AppendRegisters(text);
        text.AppendLine("stack:");
        text.Append(new StackPicture(context, _run.Shadow).Draw());
        text.AppendLine("unwound:");
        for (var i = 0; i < chain.Frames.Count; i++)
            text.AppendLine($"  {i,2} {FrameText(chain.Frames[i].Frame, symbols)}  row {RowText(chain.Frames[i].Row)}");
        text.AppendLine($"     {ChainText.EndOf(chain.Outcome)}");
        text.AppendLine("true:");
        text.AppendLine($"   0 {symbols.NameOf(rip)} sp {context.Machine.Cpu.Rsp:x16} bp {context.Machine.Cpu.Rbp:x16}");
        for (var i = _run.Shadow.Depth - 1; i >= 0; i--)
        {
            text.AppendLine($"  {_run.Shadow.Depth - i,2} {ShadowText(_run.Shadow.Frames[i], symbols)}");
            if (_run.Shadow.Frames[i].IsUserMode)
                break;
        }

        text.AppendLine("     END");
        text.AppendLine(IsRight ? "right" : $"WRONG: the caller of frame {chain.FirstWrong}");
        return text.ToString();
    }

    private void AppendRegisters(StringBuilder text)
    {
        var registers = context.Machine.Cpu.Registers;
        for (var register = Gpr.Rax; register <= Gpr.R15; register++)
            text.Append($"{(((int)register & 3) == 0 ? "  " : " ")}{register.ToString().ToLowerInvariant(),3} {registers[register]:x16}{(((int)register & 3) == 3 ? Environment.NewLine : "")}");
    }

    private string RowText(int row) => row < 0
        ? "none"
        : $"{verifier.Coverage.All.AddressOf(row):x} {verifier.Coverage.All.Describe(row)}";

    private static string FrameText(in UnwindFrame frame, SymbolMap symbols) =>
        $"{ChainText.NameOf(frame, symbols)} sp {frame.Sp:x16} bp {frame.Bp:x16}{(frame.IpSlot != 0 ? $" from {frame.IpSlot:x16}" : "")}";

    private static string ShadowText(in ShadowFrame frame, SymbolMap symbols) =>
        $"{(frame.IsUserMode ? $"user 0x{frame.Ip:x}" : symbols.NameOf(frame.Ip))}{(frame.IsInterrupted ? " (interrupted)" : "")} sp {frame.Sp:x16} bp {frame.Bp:x16}{(frame.IpSlot != 0 ? $" from {frame.IpSlot:x16}" : "")}";
}
