using System.Runtime.CompilerServices;

namespace Objtool.StackStates;

/// <summary>One <see cref="Location"/> for each register and for the return address.</summary>
[InlineArray(Count)]
public struct LocationFile
{
    /// <summary>The sixteen general registers and the return address.</summary>
    public const int Count = 17;

    private Location _first;

    /// <summary>The location of one register.</summary>
    public Location this[StackBase register]
    {
        readonly get => this[(int)register];
        set => this[(int)register] = value;
    }

    /// <summary>All of them undefined.</summary>
    public static LocationFile Undefined
    {
        get
        {
            var file = default(LocationFile);
            for (var register = StackBase.Ax; register <= StackBase.ReturnAddress; register++)
                file[register] = Location.None;
            return file;
        }
    }
}
