namespace Objtool.StackStates;

/// <summary>Every distinct state once, numbered: instructions keep a number instead of 300 bytes.</summary>
internal sealed class StateTable
{
    private const int Empty = 0;

    private StackState[] _states = new StackState[64];
    private int[] _hashes = new int[64];

    // Open addressing with linear probing; a slot holds a number + 1. At most half of the slots are taken.
    private int[] _slots = new int[256];

    /// <summary>The number of distinct states.</summary>
    public int Count { get; private set; }

    /// <summary>The state of a number.</summary>
    public ref readonly StackState this[int number] => ref _states[number];

    /// <summary>The number of a state.</summary>
    public int NumberOf(in StackState state)
    {
        var hash = state.GetHashCode();
        var slot = FindSlot(hash, state);
        return _slots[slot] == Empty ? Add(state, hash, slot) : _slots[slot] - 1;
    }

    private int FindSlot(int hash, in StackState state)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] != Empty)
        {
            var number = _slots[slot] - 1;
            if (_hashes[number] == hash && _states[number] == state)
                return slot;
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private int Add(in StackState state, int hash, int slot)
    {
        var number = Count++;
        if (number == _states.Length)
        {
            Array.Resize(ref _states, 2 * number);
            Array.Resize(ref _hashes, 2 * number);
        }

        _states[number] = state;
        _hashes[number] = hash;
        _slots[slot] = number + 1;
        if (2 * Count > _slots.Length)
            Rehash();
        return number;
    }

    private void Rehash()
    {
        _slots = new int[2 * _slots.Length];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = _hashes[number] & mask;
            while (_slots[slot] != Empty)
                slot = (slot + 1) & mask;
            _slots[slot] = number + 1;
        }
    }
}
