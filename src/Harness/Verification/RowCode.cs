using Harness.Loading;
using Harness.Loading.Rows;
using Harness.Tracing;
using Objtool.Decoding;

namespace Harness.Verification;

/// <summary>The instructions that rows are for.</summary>
internal sealed class RowCode(Image image, UnwindRows rows)
{
    private const int MostShown = 6;
    private const ulong LongestInstruction = 15;

    private readonly InstructionText _text = new(image);

    /// <summary>The instructions of a row, as text; of many only the first.</summary>
    public IEnumerable<string> Of(int row)
    {
        var address = rows.AddressOf(row);
        for (var shown = 0; image.KernelText.Contains(address) && rows.IndexOf(address) == row; shown++)
        {
            if (shown == MostShown)
            {
                yield return "...";
                yield break;
            }

            yield return _text.At(address);
            var length = InstructionDecoder.Decode(image.CodeAt(address, Math.Min(LongestInstruction, image.KernelText.End - address)), address).Length;
            address += (ulong)Math.Max(1, length);
        }
    }
}
