using System.Runtime.CompilerServices;

namespace Unwinder.Dwarf.Expressions;

/// <summary>The values that an expression works on. The first fault stays; what is popped after one is 0.</summary>
internal struct ExpressionStack
{
    private const int Size = 64;

    private Values _values;
    private int _depth;

    /// <summary>The first fault, or <see cref="ExpressionStatus.Value"/>.</summary>
    public ExpressionStatus Status { get; private set; }

    public void Push(ulong value)
    {
        if (_depth < Size)
            _values[_depth++] = value;
        else
            Fail(ExpressionStatus.StackFault);
    }

    public ulong Pop()
    {
        if (_depth > 0)
            return _values[--_depth];
        Fail(ExpressionStatus.StackFault);
        return 0;
    }

    /// <summary>Pushes the value that lies so many below the top once more.</summary>
    public void Pick(int below)
    {
        if (below < _depth)
            Push(_values[_depth - 1 - below]);
        else
            Fail(ExpressionStatus.StackFault);
    }

    public void Swap()
    {
        var (top, second) = (Pop(), Pop());
        Push(top);
        Push(second);
    }

    /// <summary>The top value goes below the next two.</summary>
    public void Rotate()
    {
        var (top, second, third) = (Pop(), Pop(), Pop());
        Push(top);
        Push(third);
        Push(second);
    }

    public void Fail(ExpressionStatus status)
    {
        if (Status == ExpressionStatus.Value)
            Status = status;
    }

    [InlineArray(Size)]
    private struct Values
    {
        private ulong _first;
    }
}
