namespace Undwarf;

/// <summary>The layouts of an ORC row, named by the kernel that introduced each.</summary>
public enum OrcVersion
{
    /// <summary>Linux 4.14 to 4.17: two bits of type.</summary>
    Linux414,

    /// <summary>Linux 4.18 to 6.2: a bit for the end of the stack follows.</summary>
    Linux418,

    /// <summary>Linux 6.3: a signal bit between the two.</summary>
    Linux63,

    /// <summary>Since Linux 6.4: three bits of type, which has values for undefined and end of stack; then signal.</summary>
    Linux64,
}
