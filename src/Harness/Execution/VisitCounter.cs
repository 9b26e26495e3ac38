using Harness.Loading;

namespace Harness.Execution;

/// <summary>
/// Counts how often each instruction was about to execute: outside delivered interrupts, and inside each that is being
/// handled, counted anew from its delivery on. The numbers name a point so that a replay finds it again.
/// </summary>
internal sealed class VisitCounter
{
    private readonly TextRange _kernel;
    private readonly TextRange _user;
    private readonly List<Level> _levels = [];
    private Level _current;

    public VisitCounter(TextRange kernel, TextRange user)
    {
        (_kernel, _user) = (kernel, user);
        _current = AddLevel();
    }

    private struct Count
    {
        public int Interrupt;
        public int Visits;
    }

    /// <summary>Forgets what was counted.</summary>
    public void Restart()
    {
        foreach (var level in _levels)
            level.Interrupt++;
        _current = _levels[0];
    }

    /// <summary>Counts one more and returns how many there are now.</summary>
    public int CountOne(ulong rip)
    {
        ref var count = ref At(rip);
        if (count.Interrupt != _current.Interrupt)
            count = new Count { Interrupt = _current.Interrupt };
        return ++count.Visits;
    }

    /// <summary>Takes back a count: the instruction does not execute now and will be counted again.</summary>
    public void Uncount(ulong rip) => At(rip).Visits--;

    /// <summary>An interrupt was delivered inside so many others.</summary>
    public void BeginInterrupt(int depth)
    {
        _current = depth + 1 < _levels.Count ? _levels[depth + 1] : AddLevel();
        _current.Interrupt++;
    }

    /// <summary>Control is back inside so many delivered interrupts.</summary>
    public void ReturnTo(int depth) => _current = _levels[depth];

    private Level AddLevel()
    {
        var level = new Level(_kernel.Size, _user.Size);
        _levels.Add(level);
        return level;
    }

    private ref Count At(ulong rip)
    {
        var offset = unchecked(rip - _kernel.Begin);
        if (offset < (ulong)_current.Kernel.Length)
            return ref _current.Kernel[offset];
        return ref _current.User[rip - _user.Begin];
    }

    private sealed class Level(ulong kernelSize, ulong userSize)
    {
        public readonly Count[] Kernel = new Count[kernelSize];
        public readonly Count[] User = new Count[userSize];
        public int Interrupt;
    }
}
