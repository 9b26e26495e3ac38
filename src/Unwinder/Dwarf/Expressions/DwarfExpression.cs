namespace Unwinder.Dwarf.Expressions;

/// <summary>
/// Evaluates DWARF expressions (DWARF 4, 2.5) of 64-bit values. Pure but for the memory it reads; ends within a bound
/// whatever the bytes are.
/// </summary>
public static class DwarfExpression
{
    /// <summary>Operations that one expression may execute.</summary>
    private const int MaximumOperations = 1024;

    /// <summary>Evaluates an expression.</summary>
    /// <param name="bytes">The section that holds it.</param>
    /// <param name="begin">Its first byte.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="registers">The frame's registers.</param>
    /// <param name="initial">What is on the stack at first: the CFA for a register's rule, nothing for a CFA's.</param>
    /// <param name="memory">What it may read.</param>
    /// <param name="value">The top of the stack at the end.</param>
    public static ExpressionStatus Evaluate<TMemory>(
        ReadOnlySpan<byte> bytes, int begin, int length, in DwarfRegisters registers, ulong? initial, ref TMemory memory, out ulong value)
        where TMemory : struct, IExpressionMemory, allows ref struct
    {
        var stack = default(ExpressionStack);
        if (initial is { } first)
            stack.Push(first);

        var cursor = new DwarfCursor(bytes, begin, begin + length);
        for (var executed = 0; !cursor.AtEnd && stack.Status == ExpressionStatus.Value; executed++)
        {
            if (executed == MaximumOperations)
                stack.Fail(ExpressionStatus.Endless);
            else if (Execute(ref stack, ref cursor, registers, ref memory) is { } target)
                cursor.MoveTo(target >= begin ? target : -1);
        }

        if (cursor.Failed)
            stack.Fail(ExpressionStatus.Malformed);
        value = stack.Pop();
        return stack.Status;
    }

    /// <summary>Executes one operation; a position when it is a jump to there.</summary>
    private static int? Execute<TMemory>(ref ExpressionStack stack, ref DwarfCursor cursor, in DwarfRegisters registers, ref TMemory memory)
        where TMemory : struct, IExpressionMemory, allows ref struct
    {
        var opcode = (ExpressionOpcode)cursor.ReadByte();
        switch (opcode)
        {
            case >= ExpressionOpcode.BaseRegister0 and <= ExpressionOpcode.BaseRegister31:
                PushRegister(ref stack, registers, (ulong)(opcode - ExpressionOpcode.BaseRegister0), cursor.ReadSleb());
                break;
            case ExpressionOpcode.BaseRegister:
                PushRegister(ref stack, registers, cursor.ReadUleb(), cursor.ReadSleb());
                break;
            case ExpressionOpcode.Dereference:
                Dereference(ref stack, sizeof(ulong), ref memory);
                break;
            case ExpressionOpcode.DereferenceSize:
                Dereference(ref stack, cursor.ReadByte(), ref memory);
                break;
            case ExpressionOpcode.Skip:
                return cursor.ReadInt16() + cursor.Position;
            case ExpressionOpcode.Branch:
                var target = cursor.ReadInt16() + cursor.Position;
                return stack.Pop() != 0 ? target : null;
            case ExpressionOpcode.PlusConstant:
                stack.Push(unchecked(stack.Pop() + cursor.ReadUleb()));
                break;
            case ExpressionOpcode.Nop:
                break;
            default:
                if (ConstantOf(opcode, ref cursor) is { } constant)
                    stack.Push(constant);
                else if (!TryMove(opcode, ref stack, ref cursor) && !ExpressionArithmetic.TryExecute(opcode, ref stack))
                    stack.Fail(ExpressionStatus.Malformed);
                break;
        }

        return null;
    }

    /// <summary>The number that an operation pushes, or null when it is no constant.</summary>
    private static ulong? ConstantOf(ExpressionOpcode opcode, ref DwarfCursor cursor) => unchecked(opcode switch
    {
        >= ExpressionOpcode.Literal0 and <= ExpressionOpcode.Literal31 => (ulong)(opcode - ExpressionOpcode.Literal0),
        ExpressionOpcode.Address or ExpressionOpcode.Constant8Unsigned or ExpressionOpcode.Constant8Signed => cursor.ReadUInt64(),
        ExpressionOpcode.Constant1Unsigned => cursor.ReadByte(),
        ExpressionOpcode.Constant1Signed => (ulong)(sbyte)cursor.ReadByte(),
        ExpressionOpcode.Constant2Unsigned => cursor.ReadUInt16(),
        ExpressionOpcode.Constant2Signed => (ulong)cursor.ReadInt16(),
        ExpressionOpcode.Constant4Unsigned => cursor.ReadUInt32(),
        ExpressionOpcode.Constant4Signed => (ulong)(int)cursor.ReadUInt32(),
        ExpressionOpcode.ConstantUnsigned => cursor.ReadUleb(),
        ExpressionOpcode.ConstantSigned => (ulong)cursor.ReadSleb(),
        _ => null,
    });

    /// <summary>Executes an operation if it only moves what is on the stack.</summary>
    private static bool TryMove(ExpressionOpcode opcode, ref ExpressionStack stack, ref DwarfCursor cursor)
    {
        switch (opcode)
        {
            case ExpressionOpcode.Drop:
                stack.Pop();
                return true;
            case ExpressionOpcode.Duplicate:
                stack.Pick(0);
                return true;
            case ExpressionOpcode.Over:
                stack.Pick(1);
                return true;
            case ExpressionOpcode.Pick:
                stack.Pick(cursor.ReadByte());
                return true;
            case ExpressionOpcode.Swap:
                stack.Swap();
                return true;
            case ExpressionOpcode.Rotate:
                stack.Rotate();
                return true;
            default:
                return false;
        }
    }

    private static void Dereference<TMemory>(ref ExpressionStack stack, int size, ref TMemory memory)
        where TMemory : struct, IExpressionMemory, allows ref struct
    {
        var address = stack.Pop();
        if (stack.Status != ExpressionStatus.Value)
            return;
        if (size is 0 or > sizeof(ulong))
            stack.Fail(ExpressionStatus.Malformed);
        else if (memory.TryRead(address, size, out var value))
            stack.Push(value);
        else
            stack.Fail(ExpressionStatus.Unreadable);
    }

    private static void PushRegister(ref ExpressionStack stack, in DwarfRegisters registers, ulong register, long offset)
    {
        if (register < DwarfRegisters.Count && registers.Has((DwarfRegister)register))
            stack.Push(unchecked(registers[(DwarfRegister)register] + (ulong)offset));
        else
            stack.Fail(ExpressionStatus.UnknownRegister);
    }
}
