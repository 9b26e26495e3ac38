namespace Unwinder.Dwarf.Expressions;

/// <summary>
/// The operations that compute: two's complement of 64 bits. Division and comparisons are signed, the remainder is not,
/// and a shift by 64 or more leaves nothing but the sign.
/// </summary>
internal static class ExpressionArithmetic
{
    /// <summary>Executes an operation if it is one of these.</summary>
    public static bool TryExecute(ExpressionOpcode opcode, ref ExpressionStack stack)
    {
        switch (opcode)
        {
            case ExpressionOpcode.Absolute or ExpressionOpcode.Negate or ExpressionOpcode.Not:
                stack.Push(Change(opcode, stack.Pop()));
                return true;
            case (>= ExpressionOpcode.And and <= ExpressionOpcode.Multiply) or ExpressionOpcode.Or or ExpressionOpcode.Plus
                or (>= ExpressionOpcode.ShiftLeft and <= ExpressionOpcode.ExclusiveOr) or (>= ExpressionOpcode.Equal and <= ExpressionOpcode.NotEqual):
                var right = stack.Pop();
                var left = stack.Pop();
                if (opcode is ExpressionOpcode.Divide or ExpressionOpcode.Modulo && right == 0)
                    stack.Fail(ExpressionStatus.DivisionByZero);
                else
                    stack.Push(Combine(opcode, left, right));
                return true;
            default:
                return false;
        }
    }

    private static ulong Change(ExpressionOpcode opcode, ulong value) => unchecked(opcode switch
    {
        ExpressionOpcode.Not => ~value,
        ExpressionOpcode.Absolute when (long)value >= 0 => value,
        _ => 0 - value,
    });

    private static ulong Combine(ExpressionOpcode opcode, ulong left, ulong right) => unchecked(opcode switch
    {
        ExpressionOpcode.And => left & right,
        ExpressionOpcode.Divide when right == ulong.MaxValue => 0 - left,
        ExpressionOpcode.Divide => (ulong)((long)left / (long)right),
        ExpressionOpcode.Minus => left - right,
        ExpressionOpcode.Modulo => left % right,
        ExpressionOpcode.Multiply => left * right,
        ExpressionOpcode.Or => left | right,
        ExpressionOpcode.Plus => left + right,
        ExpressionOpcode.ShiftLeft => right < 64 ? left << (int)right : 0,
        ExpressionOpcode.ShiftRight => right < 64 ? left >> (int)right : 0,
        ExpressionOpcode.ShiftRightArithmetic => (ulong)((long)left >> (int)Math.Min(right, 63)),
        ExpressionOpcode.ExclusiveOr => left ^ right,
        ExpressionOpcode.Equal => left == right ? 1UL : 0,
        ExpressionOpcode.NotEqual => left != right ? 1UL : 0,
        ExpressionOpcode.GreaterOrEqual => (long)left >= (long)right ? 1UL : 0,
        ExpressionOpcode.Greater => (long)left > (long)right ? 1UL : 0,
        ExpressionOpcode.LessOrEqual => (long)left <= (long)right ? 1UL : 0,
        ExpressionOpcode.Less => (long)left < (long)right ? 1UL : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(opcode), opcode, null),
    });
}
