using System.Buffers.Binary;
using Elf;
using Objtool.Analysis.Special;
using Objtool.Decoding;

namespace Harness.Loading.Patching;

/// <summary>
/// Does to an image what the kernel does to itself at boot and at run time: copies alternatives over originals, makes
/// jumps of nops and nops of jumps, and lets static calls go where their trampolines go.
/// </summary>
internal sealed class CodePatcher(IReadOnlyList<MemoryArea> areas, ISet<ulong> intraFunctionCalls)
{
    private const string StaticCallSites = ".static_call_sites";
    private const int StaticCallSiteSize = 8;
    private const byte Nop = 0x90;
    private const byte Call = 0xe8;
    private const byte Jump = 0xe9;
    private const byte ShortJump = 0xeb;
    private const int NearBranchSize = 5;
    private const int ShortBranchSize = 2;

    /// <summary>Is there anything in the file that is patched?</summary>
    public static bool IsPatched(ElfFile file) =>
        file.FindSection(StaticCallSites) is { Size: > 0 }
        || SpecialSectionReader.Read(file).Any(entry => entry.Kind != SpecialEntryKind.ExceptionFixup);

    /// <summary>Patches the code of a placed and relocated file.</summary>
    public void Patch(LoadedObject loaded)
    {
        foreach (var entry in SpecialSectionReader.Read(loaded.File))
        {
            var original = loaded.AddressOf(entry.OriginalSection) + entry.OriginalOffset;
            var target = entry.TargetSection is null ? 0 : loaded.AddressOf(entry.TargetSection) + entry.TargetOffset;
            if (entry.Kind == SpecialEntryKind.Alternative)
                Replace(original, entry.OriginalLength, target, entry.TargetLength);
            else if (entry.Kind == SpecialEntryKind.JumpLabel)
                Flip(original, target);
        }

        PatchStaticCalls(loaded);
    }

    private void Replace(ulong original, int originalLength, ulong replacement, int length)
    {
        var place = At(original, originalLength);
        place.Fill(Nop);
        if (length == 0)
            return;
        if (length > originalLength)
            throw new InputException($"the alternative for 0x{original:x} has {length} bytes, more than the {originalLength} that it replaces");
        At(replacement, length).CopyTo(place);

        for (var offset = 0u; offset < length; offset++)
        {
            if (intraFunctionCalls.Contains(replacement + offset))
                intraFunctionCalls.Add(original + offset);
        }

        // The displacement of a first branch was made for the replacement's place.
        if (length >= NearBranchSize && place[0] is Call or Jump)
        {
            var displacement = BinaryPrimitives.ReadInt32LittleEndian(place[1..]);
            var target = unchecked(replacement + NearBranchSize + (ulong)displacement);
            WriteBranch(original, place[0], target);
        }
    }

    private void Flip(ulong site, ulong target)
    {
        var instruction = InstructionDecoder.Decode(At(site, NearBranchSize), site);
        var place = At(site, instruction.Length);
        if (instruction.Kind == InstructionKind.Jump)
            place.Fill(Nop);
        else if (instruction.Length >= NearBranchSize)
            WriteBranch(site, Jump, target);
        else
            WriteShortJump(site, place, target);
    }

    private static void WriteShortJump(ulong site, Span<byte> place, ulong target)
    {
        var displacement = unchecked((long)(target - site - ShortBranchSize));
        if (place.Length < ShortBranchSize || displacement is < sbyte.MinValue or > sbyte.MaxValue)
            throw new InputException($"the jump label at 0x{site:x} has {place.Length} bytes, too few for a jump to 0x{target:x}");
        (place[0], place[1]) = (ShortJump, unchecked((byte)displacement));
    }

    private void PatchStaticCalls(LoadedObject loaded)
    {
        if (loaded.File.FindSection(StaticCallSites) is not { Size: > 0 } section)
            return;
        var table = loaded.AddressOf(section);
        for (var offset = 0UL; offset + StaticCallSiteSize <= section.Size; offset += StaticCallSiteSize)
        {
            var site = unchecked(table + offset + (ulong)BinaryPrimitives.ReadInt32LittleEndian(At(table + offset, 4)));
            var branch = InstructionDecoder.Decode(At(site, NearBranchSize), site);
            var trampoline = InstructionDecoder.Decode(At(branch.Target, NearBranchSize), branch.Target);
            if (trampoline.Kind == InstructionKind.Jump)
                WriteBranch(site, At(site, 1)[0], trampoline.Target);
        }
    }

    private void WriteBranch(ulong site, byte opcode, ulong target)
    {
        var place = At(site, NearBranchSize);
        place[0] = opcode;
        BinaryPrimitives.WriteInt32LittleEndian(place[1..], (int)unchecked((long)(target - site - NearBranchSize)));
    }

    private Span<byte> At(ulong address, int length) =>
        (areas.FirstOrDefault(area => area.Contains(address, (ulong)length))
            ?? throw new InputException($"a patch at 0x{address:x}, where there is no code")).At(address, (ulong)length);
}
