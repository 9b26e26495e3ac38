using System.Diagnostics.CodeAnalysis;

namespace Emulator;

/// <summary>What guest code may do with a region. The values are Unicorn's (<c>uc_prot</c>).</summary>
[Flags]
[SuppressMessage("Usage", "CA2217", Justification = "Every combination is named or a plain sum.")]
public enum GuestProtection
{
    /// <summary>Nothing: every access is a #PF with the present bit set.</summary>
    None = 0,

    /// <summary>Data reads.</summary>
    Read = 1,

    /// <summary>Data writes.</summary>
    Write = 2,

    /// <summary>Instruction fetches.</summary>
    Execute = 4,

    /// <summary>Data.</summary>
    ReadWrite = Read | Write,

    /// <summary>Text.</summary>
    ReadExecute = Read | Execute,

    /// <summary>Text that changes itself.</summary>
    All = Read | Write | Execute,
}
