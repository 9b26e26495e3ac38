using System.Text;
using Harness.Execution;
using Harness.Loading;
using Harness.Verification.Chains;
using Harness.Verification;

namespace Harness.Tracing;

/// <summary>
/// The run as text for a person: each instruction with the row that holds there, under the callers that the unwinder
/// found. An instruction is listed once for each nearest caller it was executed under, or once in all; what repeats is
/// counted.
/// </summary>
internal sealed class TraceListing : PointObserver
{
    private readonly Image _image;
    private readonly ChainVerifier _verifier;
    private readonly InstructionText _instructions;
    private readonly StringBuilder _text = new();
    private readonly HashSet<(ulong Rip, string Caller)> _listed = [];
    private readonly bool _eachInstructionOnce;
    private string _callers = "";
    private int _skipped;

    public TraceListing(Image image, ChainVerifier verifier, bool eachInstructionOnce)
    {
        _eachInstructionOnce = eachInstructionOnce;
        _image = image;
        _verifier = verifier;
        _instructions = new InstructionText(image);
    }

    /// <summary>Points whose chain was wrong; they are marked in the text.</summary>
    public int WrongPoints { get; private set; }

    /// <summary>The text so far.</summary>
    public string Text
    {
        get
        {
            WriteSkipped();
            return _text.ToString();
        }
    }

    /// <inheritdoc/>
    public override void OnPoint(ulong rip, MemoryChange change)
    {
        var isRight = _verifier.Verify(rip, change);
        var chain = _verifier.Explain(rip);
        var nearest = chain.Frames.Count > 1 && !_eachInstructionOnce ? ChainText.NameOf(chain.Frames[1].Frame, _image.Symbols) : "";
        if (isRight && !_listed.Add((rip, nearest)))
        {
            _skipped++;
            return;
        }

        WriteSkipped();
        WriteCallers(ChainText.OfCallers(chain, _image.Symbols));
        _text.AppendLine($"  {rip:x16} {_image.Symbols.NameOf(rip),-24} {_instructions.At(rip),-36} {RowText(rip)}");
        if (isRight)
            return;
        WrongPoints++;
        _text.AppendLine("  ^^^ WRONG CHAIN");
    }

    private void WriteSkipped()
    {
        if (_skipped > 0)
            _text.AppendLine($"  ... {_skipped} more listed before");
        _skipped = 0;
    }

    private void WriteCallers(string callers)
    {
        if (callers == _callers)
            return;
        _callers = callers;
        _text.AppendLine($"<- {callers}");
    }

    private string RowText(ulong rip) => _verifier.Coverage.All is var rows && rows.IndexOf(rip) is >= 0 and var row ? rows.Describe(row) : "no row";
}
