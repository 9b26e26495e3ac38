using Iced.Intel;
using Objtool.Code;
using Objtool.Decoding;

namespace Objtool.Analysis.Special;

/// <summary>
/// Finds the table of an indirect jump by the registers that its target is computed from. Compilers load a table's
/// address early and keep it over a loop, so the table that is named last before a jump need not be the jump's.
/// </summary>
internal sealed class JumpOperandTrace
{
    /// <summary>A target is computed right before the jump: load, extend, add.</summary>
    private const int Reach = 12;

    private const int Registers = 16;

    private readonly ObjectCode _code;
    private readonly Dictionary<int, JumpTable> _named = [];
    private readonly List<int>?[] _loads = new List<int>?[Registers];

    /// <summary>Looks through a function once for the instructions that name its tables.</summary>
    public JumpOperandTrace(ObjectCode code, JumpTableReader reader, CodeFunction function)
    {
        _code = code;
        foreach (var index in code.BodyOf(function))
        {
            if (reader.NamedBy(code[index]) is not { } table || !reader.LeadsInto(table, function))
                continue;
            _named.Add(index, table);
            if (NumberOf(Decode(index).Op0Register) is >= 0 and var register)
                (_loads[register] ??= []).Add(index);
        }

        // A part split off the function may stand before it.
        foreach (var loads in _loads)
            loads?.Sort();
    }

    /// <summary>All tables that the function names.</summary>
    public IEnumerable<JumpTable> Tables => _named.Values.DistinctBy(table => table.Start);

    /// <summary>The table that the target of a jump is taken from, or null.</summary>
    public JumpTable? TableOf(int jump)
    {
        if (_named.TryGetValue(jump, out var own))
            return own;

        var wanted = TargetOf(jump);
        var index = jump - 1;
        for (var steps = 0; steps < Reach && wanted != 0 && IsPassed(index, jump); steps++, index--)
        {
            var instruction = Decode(index);
            var written = BitOf(instruction.Op0Register);
            if (instruction.Op0Kind != OpKind.Register || (wanted & written) == 0)
                continue;
            if (_named.TryGetValue(index, out var table))
                return table;
            wanted = SourcesOf(instruction, written) | (wanted & ~written);
        }

        return LoadedInto(wanted, jump);
    }

    /// <summary>The registers that an indirect jump takes its target from; by way of a retpoline, the one in that's name.</summary>
    private uint TargetOf(int jump)
    {
        if (!_code.TryFindRelocation(_code[jump], out var relocation) || _code.File.Symbols[relocation.Symbol].Name is not { } name || !ThunkSymbols.IsRetpoline(name))
            return OperandsOf(Decode(jump), first: 0);
        return Enum.TryParse(ThunkSymbols.RegisterOf(name), ignoreCase: true, out Register register) ? BitOf(register) : 0;
    }

    /// <summary>Does control come from this instruction to the next one, in one function?</summary>
    private bool IsPassed(int index, int jump) =>
        index >= _code.Sections[_code[jump].Section].First && _code[index].Function == _code[jump].Function
        && _code[index].Kind is not (InstructionKind.Jump or InstructionKind.DynamicJump or InstructionKind.Return or InstructionKind.Call or InstructionKind.DynamicCall);

    /// <summary>By the load of one of the registers that stands last before the jump, else by the first.</summary>
    private JumpTable? LoadedInto(uint registers, int jump)
    {
        for (var register = 0; register < Registers; register++)
        {
            if ((registers >> register & 1) == 0 || _loads[register] is not { } loads)
                continue;
            var behind = ~loads.BinarySearch(jump);
            return _named[loads[Math.Max(0, behind - 1)]];
        }

        return null;
    }

    private static uint SourcesOf(in Instruction instruction, uint written) => instruction.Mnemonic switch
    {
        Mnemonic.Add => written | OperandsOf(instruction, first: 1),
        Mnemonic.Mov or Mnemonic.Movsxd or Mnemonic.Lea => OperandsOf(instruction, first: 1),
        _ => 0,
    };

    /// <summary>The registers of an operand: itself, or those of its address that may hold a table's.</summary>
    private static uint OperandsOf(in Instruction instruction, int first) => instruction.GetOpKind(first) switch
    {
        OpKind.Register => BitOf(instruction.GetOpRegister(first)),
        OpKind.Memory => BitOf(instruction.MemoryBase) | (instruction.MemoryIndexScale == 1 ? BitOf(instruction.MemoryIndex) : 0),
        _ => 0,
    };

    private static uint BitOf(Register register) => NumberOf(register) is >= 0 and var number ? 1u << number : 0;

    private static int NumberOf(Register register) =>
        register.IsGPR() ? register.GetFullRegister() - Register.RAX : CodeInstruction.None;

    private Instruction Decode(int index)
    {
        ref readonly var instruction = ref _code[index];
        return Disassembly.Decode(_code.Sections[instruction.Section].Section.Contents.Slice((int)instruction.Offset, instruction.Length), instruction.Offset);
    }
}
