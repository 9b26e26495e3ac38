namespace Undwarf;

/// <summary>The two facts about a row that versions after undwarf v2 gained a bit for.</summary>
[Flags]
public enum EntryFlags : byte
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>
    /// The ip found in the next frame is an interrupted instruction, to be looked up as it is; without it, it is a
    /// return address, to be looked up at ip - 1, inside the call (ORC: ffb1b4a41016, Linux 6.3). In an undefined row
    /// it marks a declared blind spot (hint EMPTY), which is thereby told from code that the analysis never reached.
    /// </summary>
    Signal = 1,

    /// <summary>The outermost frame: an unwind that arrives here is complete (ORC: d31a580266ee, Linux 4.18).</summary>
    End = 2,
}
