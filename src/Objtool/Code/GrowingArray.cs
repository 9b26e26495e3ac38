namespace Objtool.Code;

/// <summary>
/// An array that grows. Unlike List it is compiled ahead of time for our own structs, so that a run which lasts a
/// tenth of a second does not spend half of it in code that the JIT has not optimised yet.
/// </summary>
internal struct GrowingArray<T>(int capacity)
{
    private T[] _items = new T[Math.Max(capacity, 4)];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them. Not checked against <see cref="Count"/>, only against the room there is.</summary>
    public readonly ref T this[int index] => ref _items[index];

    /// <summary>Adds an item and returns its number.</summary>
    public int Add(in T item)
    {
        if (Count == _items.Length)
            Grow();
        _items[Count] = item;
        return Count++;
    }

    /// <summary>Takes the last item away.</summary>
    public bool TryPop(out T item)
    {
        if (Count == 0)
        {
            item = default!;
            return false;
        }

        item = _items[--Count];
        return true;
    }

    /// <summary>Forgets all items.</summary>
    public void Clear() => Count = 0;

    /// <summary>The items in an array of their own.</summary>
    public readonly T[] ToArray()
    {
        var copy = new T[Count];
        Array.Copy(_items, copy, Count);
        return copy;
    }

    private void Grow()
    {
        var larger = new T[2 * _items.Length];
        Array.Copy(_items, larger, Count);
        _items = larger;
    }
}
