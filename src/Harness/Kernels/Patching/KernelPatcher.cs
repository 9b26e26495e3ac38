using System.Buffers.Binary;
using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Kernels.Patching;

/// <summary>
/// Does to a kernel and its modules what they do to themselves when they start on a processor: retpolines become indirect
/// calls, return thunks returns, alternatives are chosen, static calls go straight to their target, calls of ftrace become
/// nops (arch/x86/kernel: alternative.c, static_call.c, ftrace.c). Calls through pv_ops stay until 6.8, which has them as alternatives.
/// </summary>
internal sealed class KernelPatcher
{
    private const byte Nop = 0x90;
    private const byte Trap = 0xcc;
    private const byte Return = 0xc3;
    private const byte Call = 0xe8;
    private const byte Jump = 0xe9;
    private const byte CodeSegmentPrefix = 0x2e;
    private const int BranchSize = 5;
    private const string ThunkPrefix = "__x86_indirect_thunk_";

    private static readonly string[] _registers = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];
    private static readonly byte[] _returnZero = [CodeSegmentPrefix, CodeSegmentPrefix, CodeSegmentPrefix, 0x31, 0xc0];
    private static readonly byte[] _longNop = [0x0f, 0x1f, 0x44, 0, 0];

    private readonly PlacedSections _sections;
    private readonly CpuModel _cpu;
    private readonly Dictionary<ulong, int> _thunks = [];
    private readonly Dictionary<string, ulong> _symbols = [];

    /// <param name="kernel">The kernel itself, whose names say where thunks and tables are.</param>
    /// <param name="areas">Everything, placed and relocated.</param>
    /// <param name="cpu">The processor.</param>
    public KernelPatcher(LoadedObject kernel, IReadOnlyList<MemoryArea> areas, CpuModel cpu)
    {
        (_sections, _cpu) = (new PlacedSections(areas), cpu);
        foreach (var symbol in kernel.File.Symbols)
        {
            if (symbol.Name.StartsWith(ThunkPrefix, StringComparison.Ordinal) && Array.IndexOf(_registers, symbol.Name[ThunkPrefix.Length..]) is >= 0 and var register)
                _thunks[symbol.Value] = register;
            else if (symbol.Name.StartsWith("__st", StringComparison.Ordinal))
                _symbols[symbol.Name] = symbol.Value;
        }
    }

    /// <summary>Patches a file. The kernel comes first.</summary>
    /// <exception cref="InputException">A table that does not hold together.</exception>
    public void Patch(LoadedObject loaded)
    {
        foreach (var place in PlacedSections.Entries(PlacedSections.RangeOf(loaded, ".retpoline_sites"), sizeof(int)))
            PatchRetpoline(_sections.Relative(place));
        foreach (var place in PlacedSections.Entries(PlacedSections.RangeOf(loaded, ".return_sites"), sizeof(int)))
            PatchReturn(_sections.Relative(place));
        ApplyAlternatives(AlternativeTable.Read(loaded, _sections));
        foreach (var place in PlacedSections.Entries(RangeOf(loaded, ".static_call_sites", "static_call_sites"), 2 * sizeof(int)))
            PatchStaticCall(_sections.Relative(place), _sections.Relative(place + sizeof(int)));
        foreach (var place in PlacedSections.Entries(RangeOf(loaded, "__mcount_loc", "mcount_loc"), sizeof(ulong)))
            PatchTracerCall(_sections.WordAt(place));
    }

    /// <summary>A section of a module; of a kernel, where it is part of another, what lies between two names.</summary>
    private TextRange RangeOf(LoadedObject loaded, string section, string name) =>
        loaded.File.Type == Elf.ElfFileType.Relocatable ? PlacedSections.RangeOf(loaded, section)
        : _symbols.TryGetValue($"__start_{name}", out var begin) && _symbols.TryGetValue($"__stop_{name}", out var end) && end > begin ? new TextRange(begin, end)
        : default;

    /// <summary>call, jmp or a conditional jump to a thunk becomes one through its register; what is too short for that stays.</summary>
    private void PatchRetpoline(ulong site)
    {
        var branch = InstructionDecoder.Decode(_sections.At(site, 6), site);
        if (!_thunks.TryGetValue(branch.Target, out var register) || branch.Kind is not (InstructionKind.Call or InstructionKind.Jump))
            return;
        const byte ExtendedRegister = 0x41;
        const byte Indirect = 0xff;
        var place = _sections.At(site, branch.Length);
        var isCall = branch.Kind == InstructionKind.Call;
        place.Fill(isCall ? Nop : Trap);
        var next = 0;
        if (register >= 8)
            place[next++] = ExtendedRegister;
        place[next++] = Indirect;
        place[next] = (byte)((isCall ? 0xd0 : 0xe0) | (register & 7));
    }

    private void PatchReturn(ulong site)
    {
        var place = _sections.At(site, BranchSize);
        if (place[0] != Jump)
            return;
        place.Fill(Trap);
        place[0] = Return;
    }

    private void ApplyAlternatives(IReadOnlyList<Alternative> alternatives)
    {
        for (var i = 0; i < alternatives.Count; i++)
        {
            var entry = alternatives[i];
            if (_cpu.Features.Contains(entry.Feature) != entry.IsNegated)
                Apply(entry, Math.Max(entry.OriginalLength, LongestAt(alternatives, i)));
        }
    }

    /// <summary>Of nested alternatives, which follow one another, the outer may have the longer padding.</summary>
    private static byte LongestAt(IReadOnlyList<Alternative> alternatives, int index)
    {
        var longest = alternatives[index].OriginalLength;
        for (var i = index + 1; i < alternatives.Count && alternatives[i].Original == alternatives[index].Original; i++)
            longest = Math.Max(longest, alternatives[i].OriginalLength);
        return longest;
    }

    private void Apply(in Alternative entry, int length)
    {
        var code = new byte[Math.Max(length, entry.ReplacementLength)];
        Array.Fill(code, Nop);
        if (entry.IsDirectCall)
        {
            WriteDirectCall(entry, code);
        }
        else
        {
            _sections.At(entry.Replacement, entry.ReplacementLength).CopyTo(code);
            if (!MovedCode.TryRelocate(code.AsSpan(0, entry.ReplacementLength), entry.Replacement, entry.Original))
                throw new InputException($"the alternative at 0x{entry.Replacement:x} can't be moved to 0x{entry.Original:x}");
        }

        code.AsSpan(0, length).CopyTo(_sections.At(entry.Original, length));
    }

    /// <summary>call *pointer(%rip) becomes a call of what the pointer holds.</summary>
    private void WriteDirectCall(in Alternative entry, byte[] code)
    {
        const int IndirectCallSize = 6;
        var original = _sections.At(entry.Original, IndirectCallSize);
        if (original[0] != 0xff || original[1] != 0x15)
            throw new InputException($"the alternative for 0x{entry.Original:x} wants a call through a pointer there, and there is none");
        var pointer = unchecked(entry.Original + IndirectCallSize + (ulong)BinaryPrimitives.ReadInt32LittleEndian(original[2..]));
        WriteBranch(code, Call, entry.Original, _sections.WordAt(pointer));
    }

    private void PatchStaticCall(ulong site, ulong key)
    {
        const ulong FlagBits = 3;
        var place = _sections.At(site, BranchSize);
        if (place[0] is not (Call or Jump))
            return;
        var target = _sections.WordAt(key & ~FlagBits);
        if (target == 0 && place[0] == Jump)
            (place[0], place[1], place[2], place[3], place[4]) = (Return, Trap, Trap, Trap, Trap);
        else if (target == 0)
            _longNop.CopyTo(place);
        else if (place[0] == Call && _symbols.TryGetValue("__static_call_return0", out var zero) && target == zero)
            _returnZero.CopyTo(place);
        else
            WriteBranch(place, place[0], site, target);
    }

    private void PatchTracerCall(ulong site)
    {
        var place = _sections.At(site, BranchSize);
        if (place[0] == Call)
            _longNop.CopyTo(place);
    }

    private static void WriteBranch(Span<byte> place, byte opcode, ulong site, ulong target)
    {
        place[0] = opcode;
        BinaryPrimitives.WriteInt32LittleEndian(place[1..], unchecked((int)(long)(target - site - BranchSize)));
    }
}
