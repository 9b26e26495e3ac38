using Elf;

namespace Objtool.Code;

/// <summary>Finds the relocations of one section for ascending ranges of offsets.</summary>
internal ref struct RelocationCursor
{
    private readonly ReadOnlySpan<ElfRelocation> _relocations;
    private int _next;

    public RelocationCursor(ElfSection section)
    {
        _relocations = section.Relocations;
        for (var i = 1; i < _relocations.Length; i++)
        {
            if (_relocations[i].Offset >= _relocations[i - 1].Offset)
                continue;

            // Assemblers write them in order, but nothing says that they must.
            var sorted = _relocations.ToArray();
            Array.Sort(sorted, static (a, b) => a.Offset.CompareTo(b.Offset));
            _relocations = sorted;
            break;
        }
    }

    /// <summary>The first relocation in [<paramref name="begin"/>, <paramref name="end"/>). Ranges must ascend from call to call.</summary>
    public bool TryFind(uint begin, uint end, out ElfRelocation relocation)
    {
        while (_next < _relocations.Length && _relocations[_next].Offset < begin)
            _next++;
        var found = _next < _relocations.Length && _relocations[_next].Offset < end;
        relocation = found ? _relocations[_next] : default;
        return found;
    }
}
