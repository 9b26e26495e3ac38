using Undwarf;

namespace Harness.Loading.Rows;

/// <summary>The rows of an image's undwarf table.</summary>
internal sealed class UndwarfRows(Image image) : UnwindRows
{
    /// <inheritdoc/>
    public override int Count => image.Table.Count;

    /// <inheritdoc/>
    public override int IndexOf(ulong ip) => image.RowAt(ip);

    /// <inheritdoc/>
    public override ulong AddressOf(int row) => image.Table.AddressOf(row);

    /// <inheritdoc/>
    public override string Describe(int row) => UndwarfV2Format.Extended.Describe(image.Table[row].Entry);

    /// <inheritdoc/>
    public override bool IsToBeUsed(int row) => image.IsRowOfFixture(row) && !image.Table[row].Entry.IsWeak;
}
