using Elf;
using Harness.Loading;
using Objtool.Decoding;

namespace Harness.Mutation;

/// <summary>Where the instructions of an image begin, section by section.</summary>
internal sealed class InstructionStarts
{
    private readonly List<ulong[]> _sections = [];

    /// <summary>Decodes all code.</summary>
    public InstructionStarts(Image image)
    {
        foreach (var loaded in image.Objects)
        {
            foreach (var section in loaded.AllocatedSections.Where(section => section.Flags.HasFlag(SectionFlags.Execute)))
                _sections.Add(Decode(image, loaded.AddressOf(section), section.Size));
        }
    }

    /// <summary>Where the instruction before the one at an address begins, or null.</summary>
    public ulong? Before(ulong address) => Find(address) is var (starts, index) && index > 0 ? starts[index - 1] : null;

    /// <summary>Where the one behind it begins, the end of the section included; or null.</summary>
    public ulong? Behind(ulong address) => Find(address) is var (starts, index) && index + 1 < starts.Length ? starts[index + 1] : null;

    /// <summary>Where the instruction begins that has a byte at an address; the address itself where none has.</summary>
    public ulong StartOf(ulong address)
    {
        foreach (var starts in _sections)
        {
            if (address < starts[0] || address >= starts[^1])
                continue;
            var index = Array.BinarySearch(starts, address);
            return starts[index >= 0 ? index : ~index - 1];
        }

        return address;
    }

    private (ulong[] Starts, int Index)? Find(ulong address)
    {
        foreach (var starts in _sections)
        {
            if (Array.BinarySearch(starts, address) is >= 0 and var index)
                return (starts, index);
        }

        return null;
    }

    private static ulong[] Decode(Image image, ulong begin, ulong size)
    {
        var code = image.CodeAt(begin, size);
        var starts = new List<ulong> { begin };
        for (var offset = 0; offset < code.Length;)
        {
            offset += Math.Max(1, InstructionDecoder.Decode(code[offset..], begin + (ulong)offset).Length);
            starts.Add(begin + (ulong)Math.Min(offset, code.Length));
        }

        return [.. starts];
    }
}
