namespace Objtool.StackStates;

/// <summary>Every distinct state once, numbered: instructions keep a number instead of 300 bytes.</summary>
internal sealed class StateTable
{
    private readonly Dictionary<StackState, int> _numbers = [];
    private StackState[] _states = new StackState[64];

    /// <summary>The number of distinct states.</summary>
    public int Count { get; private set; }

    /// <summary>The state of a number.</summary>
    public ref readonly StackState this[int number] => ref _states[number];

    /// <summary>The number of a state.</summary>
    public int NumberOf(in StackState state)
    {
        if (_numbers.TryGetValue(state, out var number))
            return number;

        number = Count++;
        if (number == _states.Length)
            Array.Resize(ref _states, 2 * number);
        _states[number] = state;
        _numbers.Add(state, number);
        return number;
    }
}
