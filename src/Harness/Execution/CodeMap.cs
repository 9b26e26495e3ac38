using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Execution;

/// <summary>What each instruction of the image is, decoded when it is executed for the first time.</summary>
internal sealed class CodeMap(Image image)
{
    private const byte NotDecoded = 0;
    private const int LongestInstruction = 15;

    private readonly TextRange _kernel = image.KernelText;
    private readonly byte[] _kernelKinds = new byte[image.KernelText.Size];
    private readonly byte[] _userKinds = new byte[image.UserText.Size];

    /// <summary>Is the address in the kernel's code?</summary>
    public bool IsKernel(ulong rip) => _kernel.Contains(rip);

    /// <summary>The kind of the instruction at <paramref name="rip"/>.</summary>
    /// <exception cref="InputException">Code outside the image, or an instruction that this machine gets wrong.</exception>
    public InstructionKind KindAt(ulong rip)
    {
        var offset = unchecked(rip - _kernel.Begin);
        if (offset < (ulong)_kernelKinds.Length && _kernelKinds[offset] != NotDecoded)
            return (InstructionKind)(_kernelKinds[offset] - 1);
        return Decode(rip);
    }

    private InstructionKind Decode(ulong rip)
    {
        var (text, kinds) = _kernel.Contains(rip) ? (_kernel, _kernelKinds) : (image.UserText, _userKinds);
        if (!text.Contains(rip))
            throw new InputException($"{image.Objects[0].File.Name}: control went to 0x{rip:x}, where there is no code");

        ref var kind = ref kinds[rip - text.Begin];
        if (kind == NotDecoded)
            kind = (byte)(DecodeFirstTime(rip, text) + 1);
        return (InstructionKind)(kind - 1);
    }

    private InstructionKind DecodeFirstTime(ulong rip, TextRange text)
    {
        var code = image.CodeAt(rip, Math.Min(LongestInstruction, text.End - rip));
        var instruction = InstructionDecoder.Decode(code, rip);
        // Unicorn 2.0.1 executes vector instructions with three operands as if they had two, without a sign.
        if (instruction.IsVector)
        {
            throw new InputException(
                $"{image.Objects[0].File.Name}: {image.Symbols.NameOf(rip)}: '{new Disassembly(_ => null).Format(code, rip)}' can't be emulated faithfully");
        }

        return instruction.Kind;
    }
}
