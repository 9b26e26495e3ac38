namespace Objtool.Code;

/// <summary>
/// Tells, for ascending offsets of one section, which function covers each. Where functions overlap, the one that
/// starts last covers, and of two that start together the longer.
/// </summary>
internal struct FunctionCover
{
    private readonly CodeFunction[] _functions;
    private readonly CodeSection _section;
    private readonly Stack<CodeFunction> _open = new();
    private int _next;

    public FunctionCover(CodeFunction[] functions, CodeSection section)
    {
        _functions = functions;
        _section = section;
        _next = Array.FindIndex(functions, function => function.Section == section);
        if (_next < 0)
            _next = functions.Length;
    }

    /// <summary>Number of the covering function, or -1. Offsets must not go down from call to call.</summary>
    public int At(ulong offset)
    {
        while (_next < _functions.Length && _functions[_next].Section == _section && _functions[_next].Offset <= offset)
        {
            var function = _functions[_next++];
            if (function.Canonical == function && function.Length != 0)
                _open.Push(function);
        }

        while (_open.TryPeek(out var innermost) && innermost.End <= offset)
            _open.Pop();
        return _open.TryPeek(out var covering) ? covering.Index : CodeInstruction.None;
    }
}
