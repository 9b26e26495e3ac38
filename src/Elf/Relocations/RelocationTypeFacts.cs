namespace Elf;

/// <summary>Properties of <see cref="RelocationType"/>.</summary>
public static class RelocationTypeFacts
{
    extension(RelocationType type)
    {
        /// <summary>The psABI's name, such as R_X86_64_PC32; of an unknown number, that number in hexadecimal.</summary>
        public string AbiName =>
            RelocationRule.Knows(type) ? $"R_X86_64_{RelocationRule.Of(type).AbiName}" : $"0x{(uint)type:x}";

        /// <summary>Bytes that the relocation writes; 0 for types without a field and unknown ones.</summary>
        public int FieldSize => RelocationRule.Of(type).FieldSize;

        /// <summary>The value that <see cref="RelocationApplier"/> starts from.</summary>
        public RelocationOperand Operand => RelocationRule.Of(type).Operand;

        /// <summary>Whether the symbol's address must be put into a GOT slot, whose address is then the operand.</summary>
        public bool WantsGotSlot => RelocationRule.Of(type).Operand == RelocationOperand.GotSlot;

        /// <summary>Whether P is subtracted.</summary>
        public bool IsPcRelative => RelocationRule.Of(type).Base == RelocationBase.Place;

        /// <summary>Whether it concerns thread-local storage; such types are never applied.</summary>
        public bool IsThreadLocal => type is
            (>= RelocationType.TlsModule and <= RelocationType.TlsThreadOffset32)
            or (>= RelocationType.TlsDescriptorGot and <= RelocationType.TlsDescriptor);

        /// <summary>Whether <see cref="RelocationApplier"/> can apply it.</summary>
        public bool IsSupported => type == RelocationType.None || RelocationRule.Of(type).Operand != RelocationOperand.None;
    }
}
