using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Emulator;
using Undwarf.Quirks;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Rows;

namespace Harness.Verification.Chains;

/// <summary>
/// Call frame information says more than where callers are: every register that it claims to know in a caller is
/// compared too. rax, rcx and r11 of a system call are not the caller's any more, nor are registers that the fixture's
/// handlers edit.
/// </summary>
internal sealed class DwarfWalk(
    DwarfUnwinder<ExpandedRows.Lookup, GuestStackMemory> unwinder, GuestStackMemory memory, QuirkSet quirks,
    FrameComparison<GuestStackMemory> comparison, ShadowStack shadow, RowCoverage coverage, FixtureHeader header)
    : FullWalk<DwarfUnwinder<ExpandedRows.Lookup, GuestStackMemory>, DwarfState, GuestStackMemory>(
        unwinder, memory, quirks, comparison, shadow, coverage, checksRegisters: true)
{
    private static readonly Gpr[] _byDwarfNumber =
    [
        Gpr.Rax, Gpr.Rdx, Gpr.Rcx, Gpr.Rbx, Gpr.Rsi, Gpr.Rdi, Gpr.Rbp, Gpr.Rsp,
        Gpr.R8, Gpr.R9, Gpr.R10, Gpr.R11, Gpr.R12, Gpr.R13, Gpr.R14, Gpr.R15,
    ];

    private readonly ShadowStack _shadow = shadow;

    /// <inheritdoc/>
    protected override bool HasTrueRegisters(in DwarfState state, int index) => FindWrong(state, index) is null;

    /// <inheritdoc/>
    protected override string? DescribeWrongRegister(in DwarfState state, int index) => FindWrong(state, index) is { } register
        ? $"{CallFrameText.NameOf(register)} is 0x{state.Registers[register]:x}, not 0x{_shadow.RegistersOf(index)[_byDwarfNumber[(int)register]]:x}"
        : null;

    private DwarfRegister? FindWrong(in DwarfState state, int index)
    {
        ref readonly var expected = ref _shadow.RegistersOf(index);
        ref readonly var frame = ref _shadow.Frames[index];
        var isSystemCall = frame.IsInterrupted && frame.RegistersAddress == 0;
        for (var register = DwarfRegister.Rax; register <= DwarfRegister.R15; register++)
        {
            var gpr = _byDwarfNumber[(int)register];
            // The stack pointer is compared with that after the return.
            if (register == DwarfRegister.Rsp || !state.Registers.Has(register) || state.Registers[register] == expected[gpr])
                continue;
            var isChanged = isSystemCall ? gpr is Gpr.Rcx or Gpr.R11 or Gpr.Rax : frame.IsInterrupted && header.Edits.Contains(gpr);
            if (!isChanged)
                return register;
        }

        return null;
    }
}
