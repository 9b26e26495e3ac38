using Undwarf;

namespace Harness.Mutation;

/// <summary>What of a row an unwinder looks at.</summary>
internal static class EntryMeaning
{
    /// <summary>The row with all other fields zero: two rows with the same meaning lead every frame to the same caller.</summary>
    public static UndwarfEntry Of(in UndwarfEntry entry) => entry switch
    {
        // End is only asked of rows without a CFA.
        { IsDefined: true, BpRegister: UndwarfRegister.Undefined } => entry with { BpOffset = 0, Flags = entry.Flags & EntryFlags.Signal },
        { IsDefined: true } => entry with { Flags = entry.Flags & EntryFlags.Signal },
        { End: true } => UndwarfEntry.EndOfStack,
        _ => UndwarfEntry.Undefined with { Flags = entry.Flags },
    };
}
