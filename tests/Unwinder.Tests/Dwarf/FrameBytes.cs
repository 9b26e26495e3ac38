using System.Buffers.Binary;
using System.Text;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Records;

namespace Unwinder.Tests.Dwarf;

/// <summary>Writes call frame information: a CIE and FDEs, with what a test wants to be unusual.</summary>
public sealed class FrameBytes
{
    private readonly List<byte> _bytes = [];
    private readonly FrameSectionKind _kind;
    private int _common;

    public FrameBytes(FrameSectionKind kind = FrameSectionKind.EhFrame) => _kind = kind;

    /// <summary>DW_CFA_def_cfa rsp, 8; DW_CFA_offset rip, -8: what every compiler begins with.</summary>
    public static byte[] UsualStart => [0x0c, 7, 8, 0x90, 1];

    /// <summary>A CIE. <paramref name="data"/> are the augmentation's bytes, written with their length when it begins with z.</summary>
    public FrameBytes Common(string augmentation = "", byte[]? data = null, byte[]? program = null, byte version = 1, bool wide = false)
    {
        _common = _bytes.Count;
        var body = new List<byte> { version };
        body.AddRange(Encoding.ASCII.GetBytes(augmentation));
        body.Add(0);
        if (version == 4)
            body.AddRange([8, 0]);
        body.AddRange([1, 0x78, 16]);
        if (augmentation.StartsWith('z'))
            body.Add((byte)(data ?? []).Length);
        body.AddRange(data ?? []);
        body.AddRange(program ?? UsualStart);
        Record(_kind == FrameSectionKind.EhFrame ? 0 : wide ? ulong.MaxValue : uint.MaxValue, body, wide);
        return this;
    }

    /// <summary>An FDE with absolute 8-byte addresses, unless its body is given.</summary>
    public FrameBytes Description(ulong begin, ulong size, byte[]? program = null, byte[]? augmentation = null, byte[]? body = null, bool wide = false)
    {
        var addresses = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(addresses, begin);
        BinaryPrimitives.WriteUInt64LittleEndian(addresses.AsSpan(8), size);
        var start = _bytes.Count + (wide ? 12 : 4);
        Record(_kind == FrameSectionKind.EhFrame ? (ulong)(start - _common) : (ulong)_common, [.. body ?? [.. addresses, .. augmentation ?? [], .. program ?? []]], wide);
        return this;
    }

    public FrameBytes Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public FrameSection Section(ulong address = 0x1000) => new("test", _kind, _bytes.ToArray(), address);

    public FrameTable Table(ulong address = 0x1000) => FrameTable.Read([Section(address)]);

    private void Record(ulong id, List<byte> body, bool wide)
    {
        var wideId = wide && _kind == FrameSectionKind.DebugFrame;
        Span<byte> word = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(word, (ulong)(body.Count + (wideId ? 8 : 4)));
        if (wide)
            _bytes.AddRange([0xff, 0xff, 0xff, 0xff]);
        _bytes.AddRange(word[..(wide ? 8 : 4)]);
        BinaryPrimitives.WriteUInt64LittleEndian(word, id);
        _bytes.AddRange(word[..(wideId ? 8 : 4)]);
        _bytes.AddRange(body);
    }
}
