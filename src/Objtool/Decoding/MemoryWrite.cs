namespace Objtool.Decoding;

/// <summary>What memory an instruction writes.</summary>
public enum MemoryWrite : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Only words that it pushes.</summary>
    Push,

    /// <summary>Some other place, or more than one.</summary>
    Any,
}
