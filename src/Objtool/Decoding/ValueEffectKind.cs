namespace Objtool.Decoding;

/// <summary>What an instruction does to the value of one 64-bit register or word, where that can be said in terms of others.</summary>
public enum ValueEffectKind
{
    /// <summary>Nothing that can be said: what it changes is in <see cref="ValueEffect.Clobbered"/> and <see cref="ValueEffect.Written"/>.</summary>
    Other,

    /// <summary>destination = source + offset.</summary>
    Sum,

    /// <summary>destination = word at source + offset.</summary>
    Load,

    /// <summary>word at destination + offset = source.</summary>
    Store,

    /// <summary>rsp falls by 8, and the word there is source, or not known when that is undefined.</summary>
    Push,

    /// <summary>destination, if it is a register, is the word at rsp, and rsp rises by 8.</summary>
    Pop,

    /// <summary>rsp = rbp, and then pop rbp.</summary>
    Leave,

    /// <summary>
    /// rsp = some address that is not above the old one, in the same frame: rounded down to a multiple of -offset, or, when
    /// that is 0, lowered by a variable size.
    /// </summary>
    Align,
}
