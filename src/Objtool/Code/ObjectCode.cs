using Elf;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Code;

/// <summary>All instructions and functions of an object file, and the ways between them.</summary>
public sealed class ObjectCode
{
    private readonly List<AlternativeGroup> _groups = [];
    private readonly List<List<AlternateTarget>> _alternates = [];
    private readonly RelocationIndex?[] _relocations;
    private CodeInstruction[] _instructions;
    private readonly StackOperation[] _operations;
    private readonly CodeSection?[] _sectionByIndex;
    private readonly CodeFunction?[] _functionBySymbol;
    private readonly CodeFunction[] _functions;
    private CallableIndex? _callables;

    internal ObjectCode(ElfFile file, CodeSection[] sections, CodeInstruction[] instructions, StackOperation[] operations, CodeFunction[] functions)
    {
        File = file;
        Sections = sections;
        Functions = _functions = functions;
        _instructions = instructions;
        _operations = operations;
        _relocations = new RelocationIndex?[file.Sections.Length];
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

    /// <summary>How many instructions there are.</summary>
    public int Count => _instructions.Length;

    /// <summary>
    /// One instruction. They stand by section, then by offset; behind those of the last section stand-ins may follow that
    /// are in no section.
    /// </summary>
    public ref CodeInstruction this[int index] => ref _instructions[index];

    /// <summary>The relocations of a section, found by offset.</summary>
    internal RelocationIndex RelocationsOf(ElfSection section) => _relocations[section.Index] ??= new RelocationIndex(section);

    /// <summary>The relocation within an instruction, if there is one.</summary>
    internal bool TryFindRelocation(in CodeInstruction instruction, out ElfRelocation relocation) =>
        RelocationsOf(Sections[instruction.Section].Section).TryFind(instruction.Offset, instruction.EndOffset, out relocation);

    /// <summary>The stack operations of an instruction, in their order.</summary>
    public ReadOnlySpan<StackOperation> OperationsOf(in CodeInstruction instruction) =>
        _operations.AsSpan(instruction.FirstOperation, instruction.OperationCount);

    /// <summary>One stack operation by its number.</summary>
    internal ref readonly StackOperation Operation(int number) => ref _operations[number];

    /// <summary>The code section of an ELF section, or null when it holds no instructions.</summary>
    public CodeSection? SectionOf(ElfSection? section) => section is null ? null : _sectionByIndex[section.Index];

    /// <summary>The function that a symbol stands for, or null.</summary>
    public CodeFunction? FunctionOf(int symbol) => symbol < 0 ? null : _functionBySymbol[symbol];

    /// <summary>The function that covers an instruction, or null.</summary>
    public CodeFunction? FunctionOf(in CodeInstruction instruction) =>
        instruction.Function < 0 ? null : _functions[instruction.Function];

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
    public int CallableAt(CodeSection section, ulong offset) => (_callables ??= new CallableIndex(File, _functions)).At(section, offset);

    /// <summary>Where control may go on instead of executing an instruction.</summary>
    internal IReadOnlyList<AlternateTarget> AlternatesOf(in CodeInstruction instruction) =>
        instruction.Alternates < 0 ? [] : _alternates[instruction.Alternates];

    /// <summary>Adds a place at which control may go on instead of executing an instruction.</summary>
    internal void AddAlternate(int instruction, AlternateTarget target)
    {
        ref var alternates = ref _instructions[instruction].Alternates;
        if (alternates < 0)
        {
            alternates = _alternates.Count;
            _alternates.Add([]);
        }

        _alternates[alternates].Add(target);
    }

    /// <summary>The group that an instruction is in, or null.</summary>
    internal AlternativeGroup? GroupOf(in CodeInstruction instruction) => instruction.Group < 0 ? null : _groups[instruction.Group];

    /// <summary>Puts instructions into a group, given by their numbers.</summary>
    internal void AddGroup(AlternativeGroup group)
    {
        for (var i = group.First; i <= group.Last; i++)
            _instructions[i].Group = _groups.Count;
        if (group.Padding >= 0)
            _instructions[group.Padding].Group = _groups.Count;
        _groups.Add(group);
    }

    /// <summary>Adds an instruction that is in no section. Returns its number.</summary>
    internal int AddStandIn(in CodeInstruction instruction)
    {
        var number = _instructions.Length;
        Array.Resize(ref _instructions, number + 1);
        _instructions[number] = instruction;
        return number;
    }

    /// <summary>
    /// Does control leave the function for good, to a function that returns in its place? Direct jumps were resolved to
    /// that; indirect ones in functions count when no jump table is known for them.
    /// </summary>
    public static bool IsSiblingCall(in CodeInstruction instruction) =>
        (instruction.Kind is InstructionKind.DynamicJump or InstructionKind.ConditionalDynamicJump
            && instruction.Function >= 0 && instruction.Alternates < 0)
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
        // A replacement belongs to the function of what it replaces, but does not lie in it.
        var section = Sections[instruction.Section];
        var liesInFunction = FunctionOf(instruction) is { } function && function.Section == section
            && instruction.Offset >= function.Offset && instruction.Offset < function.End;
        return PlaceOf(section, instruction.Offset, liesInFunction ? FunctionOf(instruction) : null);
    }

    /// <summary>A place in a section, for a diagnostic.</summary>
    public static CodePlace PlaceOf(CodeSection section, ulong offset, CodeFunction? function = null) =>
        new(section.Name, offset, function?.Name, function is null ? 0 : offset - function.Offset);
}
