using Emulator;
using Harness.Loading;
using Harness.Verification.Chains;
using Objtool.Decoding;

namespace Harness.Execution;

/// <summary>What each instruction of the image is, decoded when it is executed for the first time.</summary>
internal sealed class CodeMap(Image image)
{
    private const int LongestInstruction = 15;

    private readonly TextRange _kernel = image.KernelText;
    private readonly CodeFacts[] _kernelFacts = new CodeFacts[image.KernelText.Size];
    private readonly Dictionary<ulong, DataAddress?> _dataAddresses = [];
    private readonly CodeFacts[] _userFacts = new CodeFacts[image.UserText.Size];

    /// <summary>Is the address in the kernel's code?</summary>
    public bool IsKernel(ulong rip) => _kernel.Contains(rip);

    /// <summary>Was the kernel's instruction at an address asked for?</summary>
    public bool WasExecuted(ulong rip) => IsKernel(rip) && _kernelFacts[rip - _kernel.Begin].IsKnown;

    /// <summary>What the instruction at <paramref name="rip"/> is; not known where the image has no code.</summary>
    /// <exception cref="UnfaithfulInstructionException">An instruction that this machine gets wrong.</exception>
    public CodeFacts At(ulong rip)
    {
        var offset = unchecked(rip - _kernel.Begin);
        var facts = _kernelFacts;
        if (offset < (ulong)facts.Length && facts[offset].IsKnown)
            return facts[offset];
        return Decode(rip);
    }

    /// <summary>The data address that the instruction at <paramref name="rip"/> is about to access.</summary>
    public ulong DataAddressAt(ulong rip, in GprFile registers, ulong fsBase, ulong gsBase)
    {
        if (!_dataAddresses.TryGetValue(rip, out var address))
        {
            var text = _kernel.Contains(rip) ? _kernel : image.UserText;
            _dataAddresses.Add(rip, address = DataAddress.Of(image.CodeAt(rip, Math.Min(LongestInstruction, text.End - rip)), rip));
        }

        return address?.In(registers, fsBase, gsBase) ?? 0;
    }

    private CodeFacts Decode(ulong rip)
    {
        var (text, known) = _kernel.Contains(rip) ? (_kernel, _kernelFacts) : (image.UserText, _userFacts);
        if (!text.Contains(rip))
            return default;

        ref var facts = ref known[rip - text.Begin];
        if (!facts.IsKnown)
            facts = DecodeFirstTime(rip, text);
        return facts;
    }

    private CodeFacts DecodeFirstTime(ulong rip, TextRange text)
    {
        var code = image.CodeAt(rip, Math.Min(LongestInstruction, text.End - rip));
        var instruction = InstructionDecoder.Decode(code, rip);
        if (UnfaithfulInstructions.ReasonAgainst(code, rip) is { } reason)
        {
            throw new UnfaithfulInstructionException(
                $"{image.Objects[0].File.Name}: {image.Symbols.NameOf(rip)}: '{new Disassembly(_ => null).Format(code, rip)}' can't be emulated faithfully: {reason}");
        }

        var kind = image.IntraFunctionCalls.Contains(rip) ? InstructionKind.Other : instruction.Kind;
        var canFault = instruction.AccessesData && (text == image.UserText || image.Symbols.IsInFunction(rip));
        return new CodeFacts(kind, instruction.Write, canFault);
    }
}
