using Elf;
using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Analysis;

/// <summary>Ties direct jumps and calls to the instruction or the symbol that they lead to.</summary>
internal sealed class DestinationResolver(ObjectCode code, NoreturnFunctions noreturn)
{
    /// <summary>A direct branch ends with its 32-bit field, so the addend of a PC-relative relocation is short of the target by its size.</summary>
    private const long FieldSize = 4;

    /// <exception cref="AnalysisException">A jump that leads to no instruction.</exception>
    public void ResolveJumps()
    {
        foreach (var section in code.Sections)
        {
            for (var i = section.First; i < section.End; i++)
            {
                ref readonly var jump = ref code[i];
                if (jump.Kind.IsStaticJump() && jump.JumpDestination < 0 && !jump.Has(InstructionMarks.Ignored))
                    ResolveJump(i, section);
            }
        }
    }

    /// <exception cref="AnalysisException">A call that leads to no symbol.</exception>
    public void ResolveCalls()
    {
        foreach (var section in code.Sections)
        {
            for (var i = section.First; i < section.End; i++)
            {
                if (code[i].Kind == InstructionKind.Call)
                    ResolveCall(i, section);
            }
        }
    }

    private void ResolveJump(int index, CodeSection section)
    {
        ref var jump = ref code[index];
        if (!code.TryFindRelocation(jump, out var relocation))
        {
            ResolveJump(index, section, jump.EncodedTarget);
            return;
        }

        var symbol = code.File.Symbols[relocation.Symbol];
        var distance = unchecked((ulong)(relocation.Addend + FieldSize));
        if (symbol.Type == SymbolType.Section)
            ResolveJump(index, RequireCode(index, symbol, distance), distance);
        else if (ThunkSymbols.IsRetpoline(symbol.Name))
            jump.Kind = jump.Kind == InstructionKind.Jump ? InstructionKind.DynamicJump : InstructionKind.ConditionalDynamicJump;
        else if (ThunkSymbols.IsReturn(symbol.Name))
            jump.Kind = InstructionKind.Return;
        else if (jump.Function >= 0)
            jump.CallDestination = relocation.Symbol;
        else if (symbol.Section is not null)
            ResolveJump(index, RequireCode(index, symbol, distance), unchecked(symbol.Value + distance));

        // What is left is code outside functions that jumps to another file: nothing to follow.
    }

    private void ResolveJump(int index, CodeSection section, ulong offset)
    {
        ref var jump = ref code[index];
        var destination = code.IndexAt(section, offset);
        if (destination < 0)
        {
            if (code.CallableAt(section, offset) is >= 0 and var symbol && ThunkSymbols.IsEmbeddedReturn(code.File.Symbols[symbol].Name))
            {
                jump.Kind = InstructionKind.Return;
                return;
            }

            throw Fail(index, DiagnosticKind.MissingJumpDestination, $"can't find jump dest instruction at {section.Name}+0x{offset:x}");
        }

        var from = code.FunctionOf(jump);
        var to = code.FunctionOf(code[destination]);
        if (from is not null && to is not null && from != to)
        {
            if (!IsColdName(from) && IsColdName(to))
            {
                // Of several aliases the function that really jumps is the parent.
                from.Adopt(to);
            }
            else if (from.Parent != to.Parent && IsStartOf(to, destination))
            {
                jump.CallDestination = to.Symbol;
                return;
            }
        }

        jump.JumpDestination = destination;
    }

    /// <summary>The first instruction, or the one behind an endbr, which direct jumps may leave out.</summary>
    private bool IsStartOf(CodeFunction function, int index)
    {
        var offset = code[index].Offset;
        return offset == function.Offset
            || (index > 0 && code[index - 1] is { Kind: InstructionKind.Endbr } before && before.Offset == function.Offset
                && before.EndOffset == offset);
    }

    private void ResolveCall(int index, CodeSection section)
    {
        ref var call = ref code[index];
        if (!code.TryFindRelocation(call, out var relocation))
        {
            call.CallDestination = ResolveWithoutRelocation(index, section);
        }
        else if (code.File.Symbols[relocation.Symbol] is var symbol && symbol.Type == SymbolType.Section)
        {
            call.CallDestination = ResolveInSection(index, symbol, unchecked((ulong)(relocation.Addend + FieldSize)));
        }
        else if (ThunkSymbols.IsRetpoline(symbol.Name))
        {
            call.Kind = InstructionKind.DynamicCall;
        }
        else
        {
            call.CallDestination = relocation.Symbol;
        }

        // The callee's return takes the return address off the stack again.
        call.OperationCount = 0;
        if (call.CallDestination >= 0 && noreturn.Contains(call.CallDestination))
            call.Marks |= InstructionMarks.DeadEnd;
    }

    private int ResolveInSection(int index, in ElfSymbol symbol, ulong offset)
    {
        var destination = code.SectionOf(symbol.Section) is { } section ? code.CallableAt(section, offset) : CodeInstruction.None;
        return destination >= 0
            ? destination
            : throw Fail(index, DiagnosticKind.MissingCallDestination, $"can't find call dest symbol at {symbol.Section?.Name}+0x{offset:x}");
    }

    private int ResolveWithoutRelocation(int index, CodeSection section)
    {
        ref readonly var call = ref code[index];
        var destination = code.CallableAt(section, call.EncodedTarget);
        if (call.Has(InstructionMarks.Ignored))
            return destination;
        if (destination < 0)
            throw Fail(index, DiagnosticKind.UnannotatedIntraFunctionCall, "unannotated intra-function call");
        if (call.Function >= 0 && code.File.Symbols[destination].Type != SymbolType.Function)
            throw Fail(index, DiagnosticKind.CallToNonFunction, "unsupported call to non-function");
        return destination;
    }

    private CodeSection RequireCode(int index, in ElfSymbol symbol, ulong distance) =>
        code.SectionOf(symbol.Section)
        ?? throw Fail(
            index, DiagnosticKind.MissingJumpDestination,
            $"can't find jump dest instruction at {symbol.Section?.Name ?? symbol.Name}+0x{distance:x}");

    private static bool IsColdName(CodeFunction function) => function.Name.Contains(".cold", StringComparison.Ordinal);

    private AnalysisException Fail(int index, DiagnosticKind kind, string message) =>
        new(new Diagnostic(kind, code.PlaceOf(index), message));
}
