using Harness.Verification;
using Objtool.Decoding;
using Undwarf;
using Unwinder;

namespace Harness.Reduction;

/// <summary>
/// In which way a fixture fails: the kind of mismatch at the kind of place. Two failures with the same signature are the
/// same bug for the purpose of making its fixture smaller.
/// </summary>
/// <param name="Instruction">The instruction whose caller comes out wrong, without operands.</param>
/// <param name="Row">The row used there, without its offsets; null when there was none.</param>
/// <param name="Outcome">How the chain ended.</param>
/// <param name="IsInnermost">Is it the interrupted instruction itself, rather than a frame further out?</param>
/// <param name="Interrupts">The interrupts being handled, outermost first.</param>
internal sealed record FailureSignature(string Instruction, (UndwarfRegister Cfa, UndwarfRegister Bp, FrameType Type)? Row, UnwindOutcome Outcome, bool IsInnermost, string Interrupts)
{
    /// <summary>The signature of one mismatch.</summary>
    public static FailureSignature Of(FixtureReport report, Mismatch mismatch)
    {
        var image = report.Image!;
        var chain = mismatch.Chain;
        var wrong = chain.Frames.Count > 0 ? chain.Frames[chain.FirstWrong] : default;
        var place = chain.Frames.Count > 0 ? wrong.Frame.Ip : mismatch.Rip;
        var row = chain.Frames.Count > 0 && wrong.Row >= 0 ? image.Table[wrong.Row].Entry : (UndwarfEntry?)null;
        return new FailureSignature(
            MnemonicAt(report, place),
            row is { } entry ? (entry.CfaRegister, entry.BpRegister, entry.Type) : null,
            chain.Outcome,
            chain.FirstWrong == 0,
            string.Join(' ', mismatch.Interrupts.Select(interrupt => interrupt.Kind)));
    }

    /// <summary>All signatures that a failing report has, the first one first.</summary>
    public static IReadOnlyList<FailureSignature> AllOf(FixtureReport report) =>
        report.Image is null ? [] : [.. report.Mismatches.Select(mismatch => Of(report, mismatch)).Distinct()];

    private static string MnemonicAt(FixtureReport report, ulong place)
    {
        var image = report.Image!;
        if (!image.KernelText.Contains(place))
            return "";
        var code = image.CodeAt(place, Math.Min(15, image.KernelText.End - place));
        return new Disassembly(_ => null).Format(code, place).Split(' ', 2)[0];
    }
}
