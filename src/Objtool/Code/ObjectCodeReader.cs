using System.Runtime.InteropServices;
using Elf;
using Iced.Intel;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Code;

/// <summary>Decodes every executable section of a file and tells which function each instruction belongs to.</summary>
internal sealed class ObjectCodeReader
{
    private readonly ElfFile _file;
    private readonly List<CodeSection> _sections = [];
    private readonly StackOperation[] _decodedOperations = new StackOperation[StackOperations.MaximumPerInstruction];
    private GrowingArray<CodeInstruction> _instructions;
    private GrowingArray<StackOperation> _operations;

    private readonly string? _excludedPrefix;
    private readonly EffectTable? _effects;

    private ObjectCodeReader(ElfFile file, string? excludedPrefix, EffectTable? effects)
    {
        _file = file;
        _excludedPrefix = excludedPrefix;
        _effects = effects;
    }

    /// <exception cref="AnalysisException">Bytes that are no instruction, or a function that starts at none.</exception>
    /// <exception cref="ElfFormatException">The file does not hold together.</exception>
    public static ObjectCode Read(ElfFile file, string? excludedPrefix = null, EffectTable? effects = null) =>
        new ObjectCodeReader(file, excludedPrefix, effects).Read();

    private ObjectCode Read()
    {
        foreach (var section in _file.Sections)
        {
            if ((section.Flags & SectionFlags.Execute) != 0 && section.Type == SectionType.ProgBits && !IsExcluded(section))
                _sections.Add(new CodeSection(section));
        }

        var functions = FunctionReader.Read(_file, _sections);
        var textSize = 0;
        foreach (var section in _sections)
            textSize += section.Section.Contents.Length;
        _instructions = new GrowingArray<CodeInstruction>(textSize / 3);
        _operations = new GrowingArray<StackOperation>(textSize / 12);
        for (var i = 0; i < _sections.Count; i++)
            Decode(i, functions);

        var code = new ObjectCode(_file, [.. _sections], _instructions.ToArray(), _operations.ToArray(), functions);
        foreach (var function in functions)
        {
            if (function.Canonical == function && code.IndexAt(function.Section, function.Offset) < 0)
            {
                throw new AnalysisException(new(
                    DiagnosticKind.MissingFunctionStart, null, $"{function.Name}(): can't find starting instruction"));
            }
        }

        return code;
    }

    private bool IsExcluded(ElfSection section) =>
        _excludedPrefix is not null && section.Name.StartsWith(_excludedPrefix, StringComparison.Ordinal);

    private void Decode(int sectionNumber, CodeFunction[] functions)
    {
        var section = _sections[sectionNumber];
        var cover = new FunctionCover(functions, section);
        if (!MemoryMarshal.TryGetArray(section.Section.ContentsMemory, out var bytes))
            bytes = section.Section.Contents.ToArray();

        // Addresses are offsets in the section, so that a direct target comes out as one.
        var decoder = Decoder.Create(64, new ByteArrayCodeReader(bytes));
        section.First = _instructions.Count;
        while (decoder.IP < (ulong)bytes.Count)
        {
            var offset = decoder.IP;
            decoder.Decode(out var instruction);
            if (instruction.IsInvalid)
            {
                throw new AnalysisException(new(
                    DiagnosticKind.UndecodableInstruction, ObjectCode.PlaceOf(section, offset), "can't decode instruction"));
            }

            Add(instruction, (uint)offset, sectionNumber, cover.At(offset));
        }

        section.End = _instructions.Count;
    }

    private void Add(in Instruction instruction, uint offset, int section, int function)
    {
        var operations = StackOperations.Decode(instruction, function >= 0, _decodedOperations);
        if (_effects is not null)
            operations = _effects.Filter(instruction, _decodedOperations, operations);
        var kind = InstructionDecoder.KindOf(instruction);
        _instructions.Add(new CodeInstruction
        {
            Offset = offset,
            Length = (byte)instruction.Length,
            Kind = kind,
            // Compilers put ud2 where control can't come; the kernel's BUG() ends there too.
            Marks = kind == InstructionKind.Bug ? InstructionMarks.DeadEnd : InstructionMarks.None,
            OperationCount = (byte)operations,
            FirstOperation = _operations.Count,
            Section = section,
            Function = function,
            JumpDestination = CodeInstruction.None,
            CallDestination = CodeInstruction.None,
            EncodedTarget = InstructionDecoder.DirectTargetOf(instruction),
            State = CodeInstruction.None,
            Group = CodeInstruction.None,
            Alternates = CodeInstruction.None,
            FirstJumpSource = CodeInstruction.None,
        });
        for (var i = 0; i < operations; i++)
            _operations.Add(_decodedOperations[i]);
    }
}
