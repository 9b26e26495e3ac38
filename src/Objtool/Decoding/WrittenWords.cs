namespace Objtool.Decoding;

/// <summary>What of memory an instruction may change besides what it pushes.</summary>
public enum WrittenWords
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Up to 64 bytes from <see cref="ValueEffect.Destination"/> + <see cref="ValueEffect.Offset"/> on.</summary>
    At,

    /// <summary>Anything.</summary>
    Anywhere,
}
