using System.Globalization;
using System.Text;

namespace Unwinder.Dwarf.Rows;

/// <summary>Rows as readelf's <c>--debug-dump=frames-interp</c> words them.</summary>
public static class CallFrameText
{
    private static readonly string[] _names =
        ["rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "ra"];

    /// <summary>A register's name; the return address is "ra".</summary>
    public static string NameOf(DwarfRegister register) => _names[(int)register];

    /// <summary><c>rsp+16</c>, or <c>exp</c>.</summary>
    public static string DescribeCfa(in CallFrameRow row) => row.Cfa.Kind switch
    {
        RuleKind.Register => NameOf(row.Cfa.Register) + Signed(row.Cfa.Value),
        RuleKind.Expression => "exp",
        _ => "undefined",
    };

    /// <summary><c>c-16</c>, <c>u</c> when unknown or not said, <c>s</c>, <c>v+8</c>, <c>exp</c>, <c>vexp</c> or a register.</summary>
    public static string Describe(in RegisterRule rule) => rule.Kind switch
    {
        RuleKind.Unspecified or RuleKind.Undefined => "u",
        RuleKind.SameValue => "s",
        RuleKind.Offset => "c" + Signed(rule.Value),
        RuleKind.ValueOffset => "v" + Signed(rule.Value),
        RuleKind.Register => NameOf(rule.Register),
        RuleKind.Expression => "exp",
        RuleKind.ValueExpression => "vexp",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, null),
    };

    /// <summary><c>cfa:rsp+16 rbp:c-16 ra:c-8</c>: registers without a rule are left out.</summary>
    public static string Describe(in CallFrameRow row)
    {
        var text = new StringBuilder("cfa:").Append(DescribeCfa(row));
        for (var register = DwarfRegister.Rax; register <= DwarfRegister.Rip; register++)
        {
            if (row[register].Kind != RuleKind.Unspecified)
                text.Append(CultureInfo.InvariantCulture, $" {NameOf(register)}:{Describe(row[register])}");
        }

        return text.ToString();
    }

    private static string Signed(int value) => value.ToString("+0;-0;+0", CultureInfo.InvariantCulture);
}
