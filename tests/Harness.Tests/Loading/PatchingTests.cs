using Harness.Tests.Kit;

namespace Harness.Tests.Loading;

/// <summary>What says how code is patched may say what can't be.</summary>
public sealed class PatchingTests
{
    [Theory]
    [InlineData("\tJUMP_LABEL_ENTRY .Lsite, .Lend\n.Lsite:\n\tnop\n.Lend:\n", "has 1 bytes, too few for a jump to 0x")]
    [InlineData("\tJUMP_LABEL_ENTRY .Lsite, .Lend\n.Lsite:\n\t.byte 0x66, 0x90\n\t.nops 200\n.Lend:\n", "has 2 bytes, too few for a jump to 0x")]
    public void JumpLabelThatCantBeFlipped_IsOneError(string code, string message)
    {
        var exception = Assert.Throws<InputException>(() => Verifying.Run("", $"\t.include \"special.inc\"\nFUNCTION main\n{code}\tret\nEND_FUNCTION main\n"));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JumpLabelOfTwoBytes_IsFlipped() =>
        Verifying.AssertPassed(Verifying.Run("", "\t.include \"special.inc\"\nFUNCTION main\n\tJUMP_LABEL_ENTRY .Lsite, .Lend\n.Lsite:\n\t.byte 0x66, 0x90\n\tincl %eax\n.Lend:\n\tret\nEND_FUNCTION main\n"));
}
