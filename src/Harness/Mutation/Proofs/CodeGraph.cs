using Elf;
using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Mutation.Proofs;

/// <summary>
/// The instructions of kernel code, and from where control comes to each: from the instruction before, by direct
/// jumps, and from anywhere to every place that is called, has a name for others, or is mentioned in code or data.
/// </summary>
internal sealed class CodeGraph
{
    private static readonly string[] _tables = [".undwarf_ip", ".orc_unwind_ip", ".eh_frame"];

    private readonly Image _image;
    private readonly Dictionary<ulong, int> _indices = [];
    private readonly HashSet<ulong> _mentioned = [];

    /// <summary>Reads the fixture's code, or that of what it runs on. What one mentions of the other has a name.</summary>
    public CodeGraph(Image image, bool ofRuntime = false)
    {
        _image = image;
        foreach (var loaded in image.Objects.Where(loaded => loaded.IsRuntime == ofRuntime))
        {
            foreach (var section in loaded.AllocatedSections)
            {
                if (section.Flags.HasFlag(SectionFlags.Execute))
                    Decode(loaded.AddressOf(section), section.Size);
                else if (!_tables.Contains(section.Name))
                    Mention(loaded, section);
            }

            foreach (var symbol in loaded.File.Symbols)
            {
                if ((symbol.Type == SymbolType.Function || symbol.Binding != SymbolBinding.Local) && loaded.AddressOf(symbol) is { } address)
                    _mentioned.Add(address);
            }
        }
    }

    /// <summary>The instructions, in the order of decoding.</summary>
    public List<GraphInstruction> Instructions { get; } = [];

    /// <summary>The number of the instruction that begins at an address, or -1.</summary>
    public int IndexOf(ulong address) => _indices.GetValueOrDefault(address, -1);

    /// <summary>Can control come there from places that are not known?</summary>
    public bool IsMentioned(int index) => _mentioned.Contains(Instructions[index].Address);

    /// <summary>Where control goes from an instruction, as far as it says so itself.</summary>
    public IEnumerable<int> SuccessorsOf(int index)
    {
        var instruction = Instructions[index];
        if (instruction.GoesOn && IndexOf(instruction.Address + (ulong)instruction.Length) is >= 0 and var next)
            yield return next;
        if (instruction.Target != 0 && !instruction.IsCall && IndexOf(instruction.Target) is >= 0 and var target)
            yield return target;
    }

    private void Decode(ulong begin, ulong size)
    {
        if (!_image.KernelText.Contains(begin))
            return;
        var code = _image.CodeAt(begin, size);
        for (var offset = 0; offset < code.Length;)
        {
            var address = begin + (ulong)offset;
            var decoded = InstructionDecoder.Decode(code[offset..], address);
            var pushesOnly = _image.IntraFunctionCalls.Contains(address);
            var isCall = !pushesOnly && decoded.Kind is InstructionKind.Call or InstructionKind.DynamicCall;
            var effect = pushesOnly
                ? new ValueEffect(ValueEffectKind.Push, default, Objtool.StackStates.StackBase.Undefined, 0)
                : ValueEffects.Decode(code[offset..], address);
            var length = Math.Max(1, decoded.Length);
            _indices.Add(address, Instructions.Count);
            Instructions.Add(new GraphInstruction(address, length, effect, isCall, GoesOn(decoded.Kind), decoded.Target));
            if (isCall)
                _mentioned.Add(decoded.Target);
            _mentioned.UnionWith(ValueEffects.MentionedBy(code[offset..], address));
            offset += length;
        }
    }

    /// <summary>A handler may let a trapping instruction be followed by the next one.</summary>
    private static bool GoesOn(InstructionKind kind) => kind is not (
        InstructionKind.Jump or InstructionKind.DynamicJump or InstructionKind.Return or InstructionKind.InterruptReturn
        or InstructionKind.SystemReturn or InstructionKind.FarTransfer);

    private void Mention(LoadedObject loaded, ElfSection section)
    {
        foreach (var relocation in section.Relocations)
        {
            if (loaded.AddressOf(loaded.File.Symbols[relocation.Symbol]) is not { } symbol)
                continue;
            var address = unchecked(symbol + (ulong)relocation.Addend);
            _mentioned.Add(address);

            if (relocation.Type is not (RelocationType.Pc32 or RelocationType.Plt32))
                continue;

            // In a table of distances from its own begin, wherever that is, the addend counts from the entry instead.
            for (var distance = 4UL; distance <= relocation.Offset; distance += 4)
                _mentioned.Add(unchecked(address - distance));
        }
    }
}
