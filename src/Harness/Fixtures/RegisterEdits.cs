using Emulator;

namespace Harness.Fixtures;

/// <summary>
/// What a fixture's exception handlers change in the pt_regs on purpose, so that control goes on elsewhere or with other
/// values. There the frame in memory is the truth, not what was interrupted.
/// </summary>
/// <param name="Ip">The instruction to go on with.</param>
/// <param name="Registers">One bit for each general register, by its hardware number.</param>
internal readonly record struct RegisterEdits(bool Ip, uint Registers)
{
    /// <summary>Is the register changed?</summary>
    public bool Contains(Gpr register) => (Registers >> (int)register & 1) != 0;

    /// <summary>Reads <c>ip,ax,r10</c>.</summary>
    /// <exception cref="FormatException">A name that is no register.</exception>
    public static RegisterEdits Parse(string text)
    {
        var edits = default(RegisterEdits);
        foreach (var name in text.Split(','))
        {
            if (name == "ip")
                edits = edits with { Ip = true };
            else if (Enum.TryParse<Gpr>(name.StartsWith('r') ? name : $"r{name}", ignoreCase: true, out var register))
                edits = edits with { Registers = edits.Registers | 1u << (int)register };
            else
                throw new FormatException($"edits={text}: '{name}' is neither ip nor a general register");
        }

        return edits;
    }
}
