using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Tracing;

/// <summary>Instructions of an image as text.</summary>
internal sealed class InstructionText
{
    private const ulong LongestInstruction = 15;

    private readonly Image _image;
    private readonly Disassembly _disassembly;

    public InstructionText(Image image)
    {
        _image = image;
        _disassembly = new Disassembly(address => image.KernelText.Contains(address) ? image.Symbols.NameOf(address) : null);
    }

    /// <summary>The instruction at an address.</summary>
    public string At(ulong rip) => _disassembly.Format(_image.CodeAt(rip, Math.Min(LongestInstruction, _image.KernelText.End - rip)), rip);
}
