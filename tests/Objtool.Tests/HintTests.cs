using Objtool.Hints;
using Objtool.Tests.Kit;
using Undwarf;

namespace Objtool.Tests;

/// <summary>Unwind hints: their records, and what the analysis makes of them.</summary>
public sealed class HintTests
{
    public static TheoryData<string, string> InBothLayouts => ListingFile.Theory("hints.listing");

    public static TheoryData<string, string> OfUndwarf => ListingFile.Theory("hints-undwarf.listing");

    public static TheoryData<string, string> OfLinux61 => ListingFile.Theory("hints-6.1.listing");

    [Theory]
    [MemberData(nameof(InBothLayouts))]
    [MemberData(nameof(OfUndwarf))]
    public void ListingWithRecordsOf8Bytes_IsAnalysedAsItSays(string file, string name) => ListingFile.Read(file)[name].Check("hints.inc");

    [Theory]
    [MemberData(nameof(InBothLayouts))]
    [MemberData(nameof(OfLinux61))]
    public void ListingWithRecordsOf12Bytes_IsAnalysedAsItSays(string file, string name) => ListingFile.Read(file)[name].Check("hints-6.1.inc");

    /// <summary>Each field is where it belongs and is read whole.</summary>
    [Theory]
    [InlineData("00000000 0000 05 00", "State Sp+0 Cfa None")]
    [InlineData("ffffffff 0000 05 00", "State Sp+0 Cfa None")]
    [InlineData("00000000 0100 05 00", "State Sp+1 Cfa None")]
    [InlineData("00000000 0001 05 00", "State Sp+256 Cfa None")]
    [InlineData("00000000 ff7f 05 00", "State Sp+32767 Cfa None")]
    [InlineData("00000000 0080 05 00", "State Sp-32768 Cfa None")]
    [InlineData("00000000 0000 02 00", "State Dx+0 Cfa None")]
    [InlineData("00000000 0000 80 00", "State 128+0 Cfa None")]
    [InlineData("00000000 0000 00 00", "State Undefined+0 Cfa Signal")]
    [InlineData("00000000 0000 05 01", "State Sp+0 Regs Signal")]
    [InlineData("00000000 0000 05 02", "State Sp+0 Iret Signal")]
    [InlineData("00000000 0000 05 03", "Save")]
    [InlineData("00000000 0000 05 04", "Restore")]
    [InlineData("00000000 0000 00 05", "State Undefined+0 Cfa End")]
    [InlineData("00000000 0000 05 41", "State Sp+0 Regs None")]
    [InlineData("00000000 0000 05 81", "State Sp+0 Regs Signal")]
    [InlineData("00000000 0000 05 c1", "State Sp+0 Regs Signal")]
    [InlineData("00000000 0000 05 80", "State Sp+0 Cfa Signal")]
    [InlineData("00000000 0000 00 40", "State Undefined+0 Cfa None")]
    [InlineData("00000000 0000 00 45", "State Undefined+0 Cfa End")]
    [InlineData("00000000 0000 05 43", "Save")]
    [InlineData("00000000 0800 05 00", "FunctionEntry")]
    [InlineData("00000000 0800 05 40", "FunctionEntry")]
    [InlineData("00000000 0800 05 80", "State Sp+8 Cfa Signal")]
    [InlineData("00000000 0800 04 00", "State Bp+8 Cfa None")]
    [InlineData("00000000 0000 05 06", "none")]
    [InlineData("00000000 0000 05 20", "none")]
    [InlineData("00000000 0000 05 3f", "none")]
    public void RecordOf8Bytes_IsReadFieldByField(string hex, string expected) =>
        Assert.Equal(expected, Describe(HintRecord.Read(HintVersion.Undwarf, Bytes(hex))));

    [Theory]
    [InlineData("00000000 0000 05 00 00 000000", "State Sp+0 Cfa None")]
    [InlineData("00000000 0000 05 00 01 000000", "State Sp+0 Cfa End")]
    [InlineData("00000000 0000 05 00 00 ffffff", "State Sp+0 Cfa None")]
    [InlineData("00000000 0000 00 00 01 000000", "State Undefined+0 Cfa End")]
    [InlineData("00000000 0000 00 00 00 000000", "State Undefined+0 Cfa None")]
    [InlineData("00000000 0080 09 01 00 000000", "State SpIndirect-32768 Regs Signal")]
    [InlineData("00000000 ff7f 07 02 00 000000", "State R13+32767 Iret Signal")]
    [InlineData("00000000 0000 05 02 01 000000", "State Sp+0 Iret Signal, End")]
    [InlineData("00000000 0800 05 03 00 000000", "FunctionEntry")]
    [InlineData("00000000 0000 00 03 00 000000", "FunctionEntry")]
    [InlineData("00000000 0000 00 04 01 000000", "State Undefined+0 Cfa End")]
    [InlineData("00000000 0000 00 05 00 000000", "Save")]
    [InlineData("00000000 0000 00 06 00 000000", "Restore")]
    [InlineData("00000000 0000 05 07 00 000000", "none")]
    [InlineData("00000000 0000 05 41 00 000000", "none")]
    [InlineData("00000000 0000 05 ff 00 000000", "none")]
    public void RecordOf12Bytes_IsReadFieldByField(string hex, string expected) =>
        Assert.Equal(expected, Describe(HintRecord.Read(HintVersion.Orc61, Bytes(hex))));

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static string Describe(UnwindHint? hint) => hint switch
    {
        null => "none",
        { Kind: HintKind.State } state => $"State {state.CfaRegister}{state.CfaOffset:+0;-0;+0} {state.Type} {state.Flags}",
        { } other => other.Kind.ToString(),
    };
}
