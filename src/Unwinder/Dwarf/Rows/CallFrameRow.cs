using System.Runtime.CompilerServices;

namespace Unwinder.Dwarf.Rows;

/// <summary>How to find the CFA and the caller's registers, at some stretch of code.</summary>
public struct CallFrameRow
{
    private Rules _rules;

    /// <summary>The CFA: a register and an offset, or an expression.</summary>
    public RegisterRule Cfa;

    /// <summary>Registers that have a rule, one bit for each.</summary>
    public uint Specified { get; private set; }

    /// <summary>A register's rule.</summary>
    public RegisterRule this[DwarfRegister register]
    {
        readonly get => _rules[(int)register];
        set
        {
            _rules[(int)register] = value;
            var bit = 1u << (int)register;
            Specified = value.Kind == RuleKind.Unspecified ? Specified & ~bit : Specified | bit;
        }
    }

    /// <summary>Do both have the same rules?</summary>
    public readonly bool Equals(in CallFrameRow other) =>
        Cfa == other.Cfa && ((ReadOnlySpan<RegisterRule>)_rules).SequenceEqual(other._rules);

    [InlineArray(DwarfRegisters.Count)]
    private struct Rules
    {
        private RegisterRule _first;
    }
}
