using Unwinder.Dwarf.Records;
using Unwinder.Dwarf.Rows;

namespace Unwinder.Dwarf.Programs;

/// <summary>
/// Executes the call frame programs of FDEs, one after another, a row at a time. Allocates nothing after it was made. Not
/// for several threads at once.
/// </summary>
public sealed class CallFrameProgram
{
    /// <summary>Compilers nest one or two.</summary>
    private const int MaximumRemembered = 32;

    private const byte OperandMask = 0x3f;
    private const byte OpcodeMask = 0xc0;

    private readonly CallFrameRow[] _remembered = new CallFrameRow[MaximumRemembered];
    private int _rememberedCount;
    private FrameDescription _description;
    private ReadOnlyMemory<byte> _bytes;
    private CallFrameRow _initial;
    private CallFrameRow _row;
    private ulong _location;
    private int _position;

    /// <summary>What <see cref="MoveNext"/> stopped at, if not the end.</summary>
    public ProgramStatus Status { get; private set; }

    /// <summary>The row's first address.</summary>
    public ulong Begin { get; private set; }

    /// <summary>One past the row's last address.</summary>
    public ulong End { get; private set; }

    /// <summary>The row that holds at [<see cref="Begin"/>, <see cref="End"/>). Without any rule when the program could not be followed.</summary>
    public ref readonly CallFrameRow Row => ref _row;

    /// <summary>Begins with the program of an FDE; <see cref="MoveNext"/> then gives its first row.</summary>
    public void Start(in FrameDescription description)
    {
        _description = description;
        _bytes = description.Common.Section.Bytes;
        _initial = _row = default;
        _rememberedCount = 0;
        Status = ProgramStatus.Valid;
        _location = description.Begin;

        // Advances have no meaning in a CIE: whatever it does, the first row begins where the FDE does.
        var (position, end) = description.Common.Program;
        while (Status == ProgramStatus.Valid && position < end)
            RunToAdvance(ref position, end);
        _initial = _row;
        _rememberedCount = 0;
        _location = Begin = End = description.Begin;
        _position = description.Program.Begin;
    }

    /// <summary>The next row that has addresses. False at the end, or when the program can't be followed: see <see cref="Status"/>.</summary>
    public bool MoveNext()
    {
        Begin = End;
        while (Status == ProgramStatus.Valid && Begin < _description.End)
        {
            var isLast = _position >= _description.Program.End;
            if (!isLast)
                RunToAdvance(ref _position, _description.Program.End);
            End = isLast || _location > _description.End ? _description.End : _location;
            if (Status == ProgramStatus.Valid && End > Begin)
                return true;
        }

        if (Status != ProgramStatus.Valid)
            _row = default;
        return false;
    }

    /// <summary>The row that holds at an address of the FDE.</summary>
    public bool MoveTo(in FrameDescription description, ulong address)
    {
        Start(description);
        while (MoveNext())
        {
            if (address < End)
                return true;
        }

        return false;
    }

    /// <summary>Executes instructions up to and with one that changes the location, or to the end.</summary>
    private void RunToAdvance(ref int position, int end)
    {
        var cursor = new DwarfCursor(_bytes.Span, position, end);
        var before = _location;
        while (!cursor.AtEnd && Status == ProgramStatus.Valid && _location == before)
            Execute(ref cursor);
        if (cursor.Failed && Status == ProgramStatus.Valid)
            Status = ProgramStatus.Truncated;
        position = cursor.Position;
    }

    private void Execute(ref DwarfCursor cursor)
    {
        var first = cursor.ReadByte();
        var operand = (byte)(first & OperandMask);
        var opcode = (first & OpcodeMask) != 0 ? (CallFrameOpcode)(first & OpcodeMask) : (CallFrameOpcode)first;
        switch (opcode)
        {
            case CallFrameOpcode.Nop:
                break;
            case CallFrameOpcode.Advance:
                Advance(operand);
                break;
            case CallFrameOpcode.AdvanceByte:
                Advance(cursor.ReadByte());
                break;
            case CallFrameOpcode.AdvanceHalf:
                Advance(cursor.ReadUInt16());
                break;
            case CallFrameOpcode.AdvanceWord:
                Advance(cursor.ReadUInt32());
                break;
            case CallFrameOpcode.SetLocation:
                MoveLocation(_description.Common.Addresses.Read(ref cursor, _description.Common.Section.Address));
                break;
            case CallFrameOpcode.DefineCfa:
                DefineCfa(cursor.ReadUleb(), Plain(cursor.ReadUleb()));
                break;
            case CallFrameOpcode.DefineCfaSigned:
                DefineCfa(cursor.ReadUleb(), Factored(cursor.ReadSleb()));
                break;
            case CallFrameOpcode.DefineCfaRegister:
                RequireCfaRegister();
                DefineCfa(cursor.ReadUleb(), _row.Cfa.Value);
                break;
            case CallFrameOpcode.DefineCfaOffset:
                RequireCfaRegister();
                _row.Cfa = _row.Cfa with { Value = Plain(cursor.ReadUleb()) };
                break;
            case CallFrameOpcode.DefineCfaOffsetSigned:
                RequireCfaRegister();
                _row.Cfa = _row.Cfa with { Value = Factored(cursor.ReadSleb()) };
                break;
            case CallFrameOpcode.DefineCfaExpression:
                _row.Cfa = ReadExpression(ref cursor, RuleKind.Expression);
                break;
            case CallFrameOpcode.RememberState:
                Remember();
                break;
            case CallFrameOpcode.RestoreState:
                RestoreState();
                break;
            case CallFrameOpcode.ArgumentsSize:
                cursor.ReadUleb();
                break;
            default:
                ChangeRule(opcode, opcode is CallFrameOpcode.Offset or CallFrameOpcode.Restore ? operand : cursor.ReadUleb(), ref cursor);
                break;
        }
    }

    private void ChangeRule(CallFrameOpcode opcode, ulong register, ref DwarfCursor cursor)
    {
        RegisterRule rule;
        switch (opcode)
        {
            case CallFrameOpcode.Offset or CallFrameOpcode.OffsetExtended:
                rule = RegisterRule.AtOffset(Factored(cursor.ReadUleb()));
                break;
            case CallFrameOpcode.OffsetExtendedSigned:
                rule = RegisterRule.AtOffset(Factored(cursor.ReadSleb()));
                break;
            case CallFrameOpcode.NegativeOffsetExtended:
                rule = RegisterRule.AtOffset(Factored(unchecked(-(long)cursor.ReadUleb())));
                break;
            case CallFrameOpcode.ValueOffset:
                rule = RegisterRule.AtOffset(Factored(cursor.ReadUleb())) with { Kind = RuleKind.ValueOffset };
                break;
            case CallFrameOpcode.ValueOffsetSigned:
                rule = RegisterRule.AtOffset(Factored(cursor.ReadSleb())) with { Kind = RuleKind.ValueOffset };
                break;
            case CallFrameOpcode.Restore or CallFrameOpcode.RestoreExtended:
                rule = register < DwarfRegisters.Count ? _initial[(DwarfRegister)register] : default;
                break;
            case CallFrameOpcode.Undefined:
                rule = RegisterRule.Of(RuleKind.Undefined);
                break;
            case CallFrameOpcode.SameValue:
                rule = RegisterRule.Of(RuleKind.SameValue);
                break;
            case CallFrameOpcode.Register:
                // A register that is not tracked has no value to take.
                rule = cursor.ReadUleb() is < DwarfRegisters.Count and var other
                    ? RegisterRule.FromRegister((DwarfRegister)other)
                    : RegisterRule.Of(RuleKind.Undefined);
                break;
            case CallFrameOpcode.Expression:
                rule = ReadExpression(ref cursor, RuleKind.Expression);
                break;
            case CallFrameOpcode.ValueExpression:
                rule = ReadExpression(ref cursor, RuleKind.ValueExpression);
                break;
            default:
                Fail(ProgramStatus.UnknownOpcode);
                return;
        }

        // Vector, segment and mask registers may have rules too; nothing here asks for them.
        if (register < DwarfRegisters.Count)
            _row[(DwarfRegister)register] = rule;
    }

    private void DefineCfa(ulong register, int offset)
    {
        if (register < (ulong)DwarfRegister.Rip)
            _row.Cfa = RegisterRule.FromRegister((DwarfRegister)register, offset);
        else
            Fail(ProgramStatus.UnknownCfaRegister);
    }

    private void RequireCfaRegister()
    {
        if (_row.Cfa.Kind != RuleKind.Register)
            Fail(ProgramStatus.NoCfaRegister);
    }

    private RegisterRule ReadExpression(ref DwarfCursor cursor, RuleKind kind)
    {
        var length = cursor.ReadUleb();
        var begin = cursor.Position;
        cursor.Skip(length);
        if (length <= ushort.MaxValue)
            return new RegisterRule(kind, default, (ushort)length, begin);
        Fail(ProgramStatus.OutOfRange);
        return default;
    }

    private void Remember()
    {
        if (_rememberedCount < MaximumRemembered)
            _remembered[_rememberedCount++] = _row;
        else
            Fail(ProgramStatus.TooManyStates);
    }

    private void RestoreState()
    {
        if (_rememberedCount > 0)
            _row = _remembered[--_rememberedCount];
        else
            Fail(ProgramStatus.NoState);
    }

    private void Advance(uint steps)
    {
        // Both factors have at most 32 bits.
        var distance = steps * _description.Common.CodeAlignment;
        MoveLocation(unchecked(_location + distance));
    }

    private void MoveLocation(ulong location)
    {
        if (location < _location)
            Fail(ProgramStatus.OutOfRange);
        else
            _location = location;
    }

    private int Plain(ulong offset) => offset <= int.MaxValue ? (int)offset : Fail(ProgramStatus.OutOfRange);

    private int Factored(ulong steps) => steps <= int.MaxValue ? Factored((long)steps) : Fail(ProgramStatus.OutOfRange);

    private int Factored(long steps)
    {
        // The alignment has at most 32 bits, and so have steps that any frame needs.
        var offset = steps is >= int.MinValue and <= int.MaxValue ? steps * _description.Common.DataAlignment : long.MaxValue;
        return offset is >= int.MinValue and <= int.MaxValue ? (int)offset : Fail(ProgramStatus.OutOfRange);
    }

    /// <summary>The first fault counts.</summary>
    private int Fail(ProgramStatus status)
    {
        if (Status == ProgramStatus.Valid)
            Status = status;
        return 0;
    }
}
