using System.Text;

namespace Elf.Tests.Kit;

/// <summary>An object with more sections than the ELF header can count, as -ffunction-sections makes of a huge program.</summary>
internal static class ManySections
{
    public static string Source(int count)
    {
        var source = new StringBuilder();
        for (var i = 0; i < count; i++)
            source.Append(null, $".section .t{i},\"ax\",@progbits\n ret\n");
        return source.Append("""
            .globl last
            last: ret
            .Lhere: nop
            .set absolute, 5
            .globl absolute
            .text
            first: jmp .Lhere
            jmp last
            """).ToString();
    }
}
