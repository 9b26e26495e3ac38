using System.Buffers.Binary;

namespace Elf;

/// <summary>Computes and writes the field of one relocation. Pure: where symbols and GOT lie is the caller's business.</summary>
public static class RelocationApplier
{
    /// <summary>
    /// Writes value + addend - base into the field, base being <paramref name="place"/>, <paramref name="gotBase"/> or 0
    /// as the type's formula says. The sum wraps at 2^64 as addresses do; then it must fit the field.
    /// </summary>
    /// <param name="type">Decides the formula.</param>
    /// <param name="field">The section from r_offset on; more bytes than the field has are left alone.</param>
    /// <param name="value">What <see cref="RelocationTypeFacts"/> names as the type's operand.</param>
    /// <param name="addend">A.</param>
    /// <param name="place">P: the address of the field's first byte.</param>
    /// <param name="gotBase">Address of the GOT, used only by <see cref="RelocationType.GotOffset64"/>.</param>
    public static RelocationOutcome Apply(
        RelocationType type, Span<byte> field, ulong value, long addend, ulong place, ulong gotBase = 0)
    {
        if (!type.IsSupported)
            return RelocationOutcome.Unsupported;
        var rule = RelocationRule.Of(type);
        if (field.Length < rule.FieldSize)
            return RelocationOutcome.FieldOutOfRange;

        var relativeTo = rule.Base switch
        {
            RelocationBase.Place => place,
            RelocationBase.Got => gotBase,
            _ => 0UL,
        };
        var result = unchecked(value + (ulong)addend - relativeTo);
        if (!Fits(rule.Range, result, rule.FieldSize * 8))
            return RelocationOutcome.Overflow;
        Write(field, rule.FieldSize, result);
        return RelocationOutcome.Applied;
    }

    private static bool Fits(RelocationRange range, ulong result, int bits)
    {
        // A 64-bit field always has range Any, so no shift here is by 64. The cast makes >> repeat the sign.
        var signed = unchecked((long)result);
        return range switch
        {
            RelocationRange.Signed => signed >> (bits - 1) is 0 or -1,
            RelocationRange.Unsigned => signed >> bits == 0,
            RelocationRange.Wrapping => signed >> bits is 0 or -1,
            _ => true,
        };
    }

    private static void Write(Span<byte> field, int size, ulong result)
    {
        // The upper half was tested by Fits; cutting it off here is what "fits" means for a negative value.
        unchecked
        {
            switch (size)
            {
                case 1:
                    field[0] = (byte)result;
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)result);
                    break;
                case 4:
                    BinaryPrimitives.WriteUInt32LittleEndian(field, (uint)result);
                    break;
                case 8:
                    BinaryPrimitives.WriteUInt64LittleEndian(field, result);
                    break;
            }
        }
    }
}
