using Undwarf;

namespace Unwinder.Lookup;

/// <summary>Finds the row that holds at an address. Implemented by a struct that the unwinder is specialised for.</summary>
public interface IRowLookup
{
    /// <summary>Are the tables there and sorted? Before that nothing can be unwound.</summary>
    bool IsReady { get; }

    /// <summary>The index of the row that holds at <paramref name="ip"/>, or -1 when there is none.</summary>
    int IndexOf(ulong ip);

    /// <summary>The row at an index that <see cref="IndexOf"/> gave.</summary>
    ref readonly UndwarfEntry this[int index] { get; }
}
