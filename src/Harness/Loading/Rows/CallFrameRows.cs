using Harness.Loading.CallFrames;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Rows;

namespace Harness.Loading.Rows;

/// <summary>The rows of the call frame information of an image's files.</summary>
internal sealed class CallFrameRows : UnwindRows
{
    private readonly ExpandedRows _rows;
    private readonly TextRange[] _fixture;

    /// <exception cref="InputException">Call frame information that does not hold together.</exception>
    public CallFrameRows(IReadOnlyList<LoadedObject> objects)
    {
        try
        {
            _rows = new ExpandedRows(FrameTable.Read(objects.SelectMany(loaded => CallFrameSections.Read(loaded.File, loaded.AddressOf))));
        }
        catch (DwarfFormatException exception)
        {
            throw new InputException(exception.Message);
        }

        Lookup = _rows.CreateLookup();
        _fixture =
        [
            .. objects.Where(loaded => !loaded.IsRuntime)
                .SelectMany(loaded => loaded.AllocatedSections.Select(section => new TextRange(loaded.AddressOf(section), loaded.AddressOf(section) + section.Size))),
        ];
    }

    /// <summary>Finds them.</summary>
    public ExpandedRows.Lookup Lookup { get; }

    /// <inheritdoc/>
    public override int Count => _rows.Count;

    /// <inheritdoc/>
    public override int IndexOf(ulong ip) => Lookup.IndexOf(ip);

    /// <inheritdoc/>
    public override ulong AddressOf(int row) => _rows.BeginOf(row);

    /// <inheritdoc/>
    public override string Describe(int row) => CallFrameText.Describe(_rows[row]);

    /// <inheritdoc/>
    public override bool IsToBeUsed(int row) => Array.Exists(_fixture, range => range.Contains(_rows.BeginOf(row)));
}
