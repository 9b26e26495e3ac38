using Undwarf;
using Unwinder.Lookup;

namespace Harness.Mutation.Judgement;

/// <summary>The sound table, with a record of what was looked up.</summary>
internal readonly struct LoggingLookup(DirectMap sound, LookupLog log) : IRowLookup
{
    private readonly DirectMap _sound = sound;

    /// <inheritdoc/>
    public bool IsReady => true;

    /// <inheritdoc/>
    public int IndexOf(ulong ip)
    {
        log.Add(ip);
        return _sound.IndexOf(ip);
    }

    /// <inheritdoc/>
    public ref readonly UndwarfEntry this[int index] => ref _sound[index];
}
