using Elf;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Code;

/// <summary>All instructions and functions of an object file, and the ways between them.</summary>
public sealed class ObjectCode
{
    private readonly CodeInstruction[] _instructions;
    private readonly StackOperation[] _operations;
    private readonly CodeSection?[] _sectionByIndex;
    private readonly CodeFunction?[] _functionBySymbol;
    private CallableIndex? _callables;

    internal ObjectCode(ElfFile file, CodeSection[] sections, CodeInstruction[] instructions, StackOperation[] operations, CodeFunction[] functions)
    {
        File = file;
        Sections = sections;
        Functions = functions;
        _instructions = instructions;
        _operations = operations;
        _sectionByIndex = new CodeSection?[file.Sections.Length];
        foreach (var section in sections)
            _sectionByIndex[section.Section.Index] = section;
        _functionBySymbol = new CodeFunction?[file.Symbols.Count];
        foreach (var function in functions)
            _functionBySymbol[function.Symbol] = function;
    }

    /// <summary>The file they come from.</summary>
    public ElfFile File { get; }

    /// <summary>The sections with instructions, in file order.</summary>
    public IReadOnlyList<CodeSection> Sections { get; }

    /// <summary>The function symbols: by section, then by offset, shorter ones first.</summary>
    public IReadOnlyList<CodeFunction> Functions { get; }

    /// <summary>All instructions: by section, then by offset.</summary>
    public Span<CodeInstruction> Instructions => _instructions;

    /// <summary>The stack operations of an instruction, in their order.</summary>
    public ReadOnlySpan<StackOperation> OperationsOf(in CodeInstruction instruction) =>
        _operations.AsSpan(instruction.FirstOperation, instruction.OperationCount);

    /// <summary>The code section of an ELF section, or null when it holds no instructions.</summary>
    public CodeSection? SectionOf(ElfSection? section) => section is null ? null : _sectionByIndex[section.Index];

    /// <summary>The function that a symbol stands for, or null.</summary>
    public CodeFunction? FunctionOf(int symbol) => symbol < 0 ? null : _functionBySymbol[symbol];

    /// <summary>The function that covers an instruction, or null.</summary>
    public CodeFunction? FunctionOf(in CodeInstruction instruction) =>
        instruction.Function < 0 ? null : Functions[instruction.Function];

    /// <summary>The number of the instruction that starts at an offset of a section, or -1.</summary>
    public int IndexAt(CodeSection section, ulong offset)
    {
        var index = FirstAtOrAfter(section, offset);
        return index < section.End && _instructions[index].Offset == offset ? index : CodeInstruction.None;
    }

    /// <summary>The number of the first instruction at or after an offset; the section's end when there is none.</summary>
    public int FirstAtOrAfter(CodeSection section, ulong offset)
    {
        var low = section.First;
        var high = section.End;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_instructions[middle].Offset < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The instruction behind another in its section, or -1.</summary>
    public int NextOf(int index) => index + 1 < Sections[_instructions[index].Section].End ? index + 1 : CodeInstruction.None;

    /// <summary>
    /// The symbol that a call to this place means: a function that starts there, else any other symbol there; -1 when
    /// there is none.
    /// </summary>
    public int CallableAt(CodeSection section, ulong offset) => (_callables ??= new CallableIndex(File)).At(section, offset);

    /// <summary>
    /// Does control leave the function for good, to a function that returns in its place? Direct jumps were resolved to
    /// that; indirect ones in functions count when no jump table is known for them.
    /// </summary>
    public static bool IsSiblingCall(in CodeInstruction instruction) =>
        (instruction.Kind == InstructionKind.DynamicJump && instruction.Function >= 0)
        || (instruction.Kind.IsStaticJump() && instruction.CallDestination >= 0);

    /// <summary>The numbers of the instructions that a function covers from its start on, then those of its cold part.</summary>
    public IEnumerable<int> BodyOf(CodeFunction function)
    {
        for (var part = function; part is not null; part = part == function ? function.ColdPart : null)
        {
            for (var i = IndexAt(part.Section, part.Offset); i >= 0 && _instructions[i].Function == part.Index; i = NextOf(i))
                yield return i;
        }
    }

    /// <summary>Function and offset of an instruction, for a diagnostic.</summary>
    public CodePlace PlaceOf(int index)
    {
        ref readonly var instruction = ref _instructions[index];
        return PlaceOf(Sections[instruction.Section], instruction.Offset, FunctionOf(instruction));
    }

    /// <summary>A place in a section, for a diagnostic.</summary>
    public static CodePlace PlaceOf(CodeSection section, ulong offset, CodeFunction? function = null) =>
        new(section.Name, offset, function?.Name, function is null ? 0 : offset - function.Offset);
}
