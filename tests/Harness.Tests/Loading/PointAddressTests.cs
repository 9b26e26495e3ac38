using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;

namespace Harness.Tests.Loading;

/// <summary>Names of places: what a verdict prints is what a replay reads.</summary>
public sealed class PointAddressTests
{
    private const ulong Text = 0xffffffff81000000;

    private static Image Build()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "", """
            .byte 0x90, 0x90, 0x90, 0x90
            FUNCTION main
                nop
            inner:
                nop
                ret
            END_FUNCTION main
            FUNCTION main.cold
                ret
            END_FUNCTION main.cold
            alias = main.cold
            .globl alias
            """);
        return ImageBuilder.Build([Verifying.Preparer.Prepare(fixture).File], Verifying.Preparer.Runtime().Select(support => support.File));
    }

    [Theory]
    [InlineData("main", 0x10, 1)]
    [InlineData("main+0x1", 0x11, 1)]
    [InlineData("main+0x1#3", 0x11, 3)]
    [InlineData("main+1#3", 0x11, 3)]
    [InlineData("main#2", 0x10, 2)]
    [InlineData("inner", 0x11, 1)]
    [InlineData("main.cold+0x0#1", 0x20, 1)]
    [InlineData("0xffffffff81000002", 0x2, 1)]
    [InlineData("0xffffffff81000002#7", 0x2, 7)]
    public void Point_IsSymbolOffsetAndVisit(string text, ulong offset, int visit) =>
        Assert.Equal(new PointAddress(Text + offset, visit), PointAddress.Parse(text, Build().Symbols));

    [Theory]
    [InlineData("nowhere", "nowhere: there is no code symbol 'nowhere'")]
    [InlineData("", ": there is no code symbol ''")]
    [InlineData("main+", "main+: '' is no number; expected SYMBOL+OFFSET#VISIT")]
    [InlineData("main+0xg", "main+0xg: '0xg' is no number; expected SYMBOL+OFFSET#VISIT")]
    [InlineData("main+-1", "main+-1: '-1' is no number; expected SYMBOL+OFFSET#VISIT")]
    [InlineData("main#", "main#: '' is no number; expected SYMBOL+OFFSET#VISIT")]
    [InlineData("main#99999999999", "main#99999999999: '99999999999' is no number; expected SYMBOL+OFFSET#VISIT")]
    [InlineData("0xffffffff81000000#x", "0xffffffff81000000#x: 'x' is no number; expected SYMBOL+OFFSET#VISIT")]
    public void PointThatCannotBeRead_SaysWhy(string text, string expected)
    {
        var exception = Assert.Throws<InputException>(() => PointAddress.Parse(text, Build().Symbols));
        Assert.Equal(expected, exception.Message);
    }

    [Theory]
    [InlineData(0x0, "0xffffffff81000000")]
    [InlineData(0x10, "main+0x0")]
    [InlineData(0x11, "main+0x1")]
    [InlineData(0x1f, "inner+0xe")]
    [InlineData(0x20, "main.cold+0x0")]
    [InlineData(0x21, "main.cold+0x1")]
    [InlineData(0x100000, "0xffffffff81100000")]
    public void Address_IsNamedAfterTheFunctionAroundIt_OrTheSymbolBeforeIt(ulong offset, string expected) =>
        Assert.Equal(expected, Build().Symbols.NameOf(unchecked(Text + offset)));

    /// <summary>Every place of every instruction, as a verdict names it, is found again.</summary>
    [Theory]
    [InlineData("functions/cold-part")]
    [InlineData("functions/alias")]
    [InlineData("entry/exception-from-user")]
    [InlineData("compiled/gcc-O2/frames")]
    [InlineData("compiled/clang-O2/frames")]
    public void NameOfAnAddress_IsReadBackAsThatAddress(string name)
    {
        var image = ImageBuilder.Build(
            [Verifying.Preparer.Prepare(Source.Named(name)).File], Verifying.Preparer.Runtime().Select(support => support.File));
        foreach (var text in new[] { image.KernelText, image.UserText })
        {
            for (var address = text.Begin; address < text.End; address++)
                Assert.Equal(new PointAddress(address, 1), PointAddress.Parse(image.Symbols.NameOf(address), image.Symbols));
        }
    }
}
