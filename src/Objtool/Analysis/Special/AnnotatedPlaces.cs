using Objtool.Code;

namespace Objtool.Analysis.Special;

/// <summary>The instructions that the records of an annotation section name, by relocation.</summary>
internal sealed class AnnotatedPlaces(ObjectCode code, string sectionName)
{
    /// <summary>Their numbers, in the order of the records; records that name no instruction are left out.</summary>
    public IEnumerable<int> Instructions()
    {
        foreach (var (section, offset) in Places())
        {
            if (section is not null && code.IndexAt(section, offset) is >= 0 and var index)
                yield return index;
        }
    }

    /// <summary>The places, in the order of the records; the section is null for one that is not code.</summary>
    public IEnumerable<(CodeSection? Section, ulong Offset)> Places()
    {
        foreach (var (section, offset) in AnnotationSection.Read(code.File, sectionName))
            yield return (code.SectionOf(section), offset);
    }
}
