using Harness.Mutation;
using Undwarf;

namespace Harness.Tests.Damage;

/// <summary>In what the rows differ that a damaged table and the sound one have for the same frame.</summary>
[Flags]
internal enum RowDifference
{
    None,
    Cfa = 1,

    /// <summary>The damaged row takes rbp for the caller's as it is.</summary>
    BpInRegister = 2,

    /// <summary>The damaged row reads the caller's rbp from another word, or from any.</summary>
    BpInMemory = 4,

    Blind = 8,
    Other = 16,

    /// <summary>The damaged row reads below the stack pointer, where only an interrupt changes anything.</summary>
    ReadsWhatWasPopped = 32,

    /// <summary>Another row, but with nothing else in it that is read.</summary>
    Unread = 64,

    /// <summary>The damaged row reads below the stack pointer a word that no interrupt on this stack changes either.</summary>
    ReadsTheGap = 128,

    /// <summary>The damaged row takes only the hardware's part of a pt_regs for valid that is whole.</summary>
    FewerRegisters = 256,
}

/// <summary>A table under judgement, and why its damage does no harm if it does none.</summary>
internal sealed class JudgedTable(RowDamage damage, UndwarfTable table)
{
    public RowDamage Damage { get; } = damage;

    public UndwarfTable Table { get; } = table;

    /// <summary>Has every frame of every point come out right so far?</summary>
    public bool IsHarmless { get; set; } = true;

    /// <summary>Over all frames that have met another row than in the sound table.</summary>
    public RowDifference Differences { get; set; }

    /// <summary>Does nothing that an unwinder reads differ?</summary>
    public bool IsUnread => Differences == RowDifference.Unread;

    /// <summary>Harmless only as long as no interrupt writes over what was popped?</summary>
    public bool NeedsInterrupt => Differences.HasFlag(RowDifference.ReadsWhatWasPopped);

    /// <summary>The reason, for a table that is harmless.</summary>
    public string Reason
    {
        get
        {
            var reasons = new List<string>();
            if (Differences == RowDifference.None)
                reasons.Add("no code that is executed has another row");
            if (IsUnread)
                reasons.Add("nothing that is read differs");
            if (Differences.HasFlag(RowDifference.Blind))
                reasons.Add("the header declares a blind spot here");
            if (Differences.HasFlag(RowDifference.Cfa))
                reasons.Add("both rows have the same cfa");
            if (Differences.HasFlag(RowDifference.BpInRegister))
                reasons.Add("rbp is the caller's");
            if (Differences.HasFlag(RowDifference.BpInMemory))
                reasons.Add("that word holds the caller's rbp");
            if (Differences.HasFlag(RowDifference.FewerRegisters))
                reasons.Add("it claims less of the pt_regs than there is");
            if (Differences.HasFlag(RowDifference.Other))
                reasons.Add("?");
            if (NeedsInterrupt)
                reasons.Add("caught with interrupts, which overwrite what was popped");
            else if (Differences.HasFlag(RowDifference.ReadsTheGap))
                reasons.Add("what it reads was popped, but lies where an interrupt leaves a gap");
            return string.Join("; ", reasons);
        }
    }

    /// <summary>What an unwinder would see of the difference between a damaged and a sound row.</summary>
    public static RowDifference Compare(in UndwarfEntry damaged, in UndwarfEntry sound)
    {
        if (EntryMeaning.Of(damaged) == EntryMeaning.Of(sound))
            return RowDifference.Unread;
        if (!damaged.IsDefined || !sound.IsDefined)
            return damaged.IsBlind ? RowDifference.Blind : RowDifference.Other;

        var difference = RowDifference.None;
        if ((damaged.CfaRegister, damaged.CfaOffset) != (sound.CfaRegister, sound.CfaOffset))
            difference |= RowDifference.Cfa;
        if (EntryMeaning.Of(damaged).BpOffset != EntryMeaning.Of(sound).BpOffset || damaged.BpRegister != sound.BpRegister)
            difference |= damaged.BpRegister == UndwarfRegister.Undefined ? RowDifference.BpInRegister : RowDifference.BpInMemory;
        if (damaged.Type != sound.Type || damaged.Signal != sound.Signal)
            difference |= (damaged.Type, sound.Type) == (FrameType.Iret, FrameType.Regs) ? RowDifference.FewerRegisters : RowDifference.Other;
        return difference;
    }
}
