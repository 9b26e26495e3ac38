using System.Collections;
using Objtool.Code;
using Undwarf.Quirks;

namespace Objtool.Tables;

/// <summary>
/// The states of a section by ascending offset: one for each instruction, but where code may be replaced, one for each
/// byte at which an instruction of the original or of a replacement begins.
/// </summary>
internal sealed class SectionStates(ObjectCode code, CodeSection section, QuirkSet quirks) : IEnumerable<(uint Offset, int State, int Instruction)>
{
    /// <inheritdoc/>
    public IEnumerator<(uint Offset, int State, int Instruction)> GetEnumerator()
    {
        for (var i = section.First; i < section.End; i++)
        {
            var instruction = code[i];
            if (code.GroupOf(instruction) is not { Original: null } group || quirks.HasFlag(QuirkSet.PatchedPushfPop))
            {
                yield return (instruction.Offset, instruction.State, i);
                continue;
            }

            for (var offset = 0; offset < group.States.Length; offset++)
            {
                if (offset > 0 && quirks.HasFlag(QuirkSet.AlternativeNopHole))
                    yield return (group.Offset + (uint)offset, CodeInstruction.None, i);
                else if (group.States[offset] != CodeInstruction.None)
                    yield return (group.Offset + (uint)offset, group.States[offset], i);
            }

            i = group.Last;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
