using Unwinder.Dwarf.Records;

namespace Unwinder.Dwarf.Rows;

/// <summary>Finds the row that holds at an address. Implemented by a struct that the unwinder is specialised for.</summary>
public interface ICallFrameLookup
{
    /// <summary>A number for the row that holds at <paramref name="ip"/>, or -1 when no FDE describes it.</summary>
    int IndexOf(ulong ip);

    /// <summary>
    /// The row at an index that <see cref="IndexOf"/> gave last. It has no rule for the CFA when the program can't be
    /// followed so far.
    /// </summary>
    ref readonly CallFrameRow this[int index] { get; }

    /// <summary>The CIE of that row.</summary>
    CommonInformation CommonOf(int index);
}
