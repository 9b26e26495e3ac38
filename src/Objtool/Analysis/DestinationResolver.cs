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

    /// <exception cref="AnalysisException">A jump or call that leads to no instruction or symbol.</exception>
    public void Resolve()
    {
        foreach (var section in code.Sections)
            ResolveJumps(section);
        foreach (var section in code.Sections)
            ResolveCalls(section);
    }

    private void ResolveJumps(CodeSection section)
    {
        var relocations = new RelocationCursor(section.Section);
        for (var i = section.First; i < section.End; i++)
        {
            ref var jump = ref code.Instructions[i];
            if (!jump.Kind.IsStaticJump() || jump.Has(InstructionMarks.Ignored))
                continue;
            if (!relocations.TryFind(jump.Offset, jump.EndOffset, out var relocation))
            {
                ResolveJump(i, section, jump.EncodedTarget);
                continue;
            }

            var symbol = code.File.Symbols[relocation.Symbol];
            var distance = unchecked((ulong)(relocation.Addend + FieldSize));
            if (symbol.Type == SymbolType.Section)
                ResolveJump(i, RequireCode(i, symbol, distance), distance);
            else if (jump.Function >= 0)
                jump.CallDestination = relocation.Symbol;
            else if (symbol.Section is not null)
                ResolveJump(i, RequireCode(i, symbol, distance), unchecked(symbol.Value + distance));

            // What is left is code outside functions that jumps to another file: nothing to follow.
        }
    }

    private void ResolveJump(int index, CodeSection section, ulong offset)
    {
        ref var jump = ref code.Instructions[index];
        var destination = code.IndexAt(section, offset);
        if (destination < 0)
            throw Fail(index, DiagnosticKind.MissingJumpDestination, $"can't find jump dest instruction at {section.Name}+0x{offset:x}");

        var from = code.FunctionOf(jump);
        var to = code.FunctionOf(code.Instructions[destination]);
        if (from is not null && to is not null && from != to)
        {
            if (!IsColdName(from) && IsColdName(to))
            {
                // Of several aliases the function that really jumps is the parent.
                from.Adopt(to);
            }
            else if (from.Parent != to.Parent && offset == to.Offset)
            {
                jump.CallDestination = to.Symbol;
                return;
            }
        }

        jump.JumpDestination = destination;
    }

    private void ResolveCalls(CodeSection section)
    {
        var relocations = new RelocationCursor(section.Section);
        for (var i = section.First; i < section.End; i++)
        {
            ref var call = ref code.Instructions[i];
            if (call.Kind != InstructionKind.Call)
                continue;

            call.CallDestination = relocations.TryFind(call.Offset, call.EndOffset, out var relocation)
                ? ResolveCall(i, relocation)
                : ResolveCall(i, section);

            // The callee's return takes the return address off the stack again.
            call.OperationCount = 0;
            if (call.CallDestination >= 0 && noreturn.Contains(call.CallDestination))
                call.Marks |= InstructionMarks.DeadEnd;
        }
    }

    private int ResolveCall(int index, in ElfRelocation relocation)
    {
        var symbol = code.File.Symbols[relocation.Symbol];
        if (symbol.Type != SymbolType.Section)
            return relocation.Symbol;

        var offset = unchecked((ulong)(relocation.Addend + FieldSize));
        var destination = code.SectionOf(symbol.Section) is { } section ? code.CallableAt(section, offset) : CodeInstruction.None;
        return destination >= 0
            ? destination
            : throw Fail(index, DiagnosticKind.MissingCallDestination, $"can't find call dest symbol at {symbol.Section?.Name}+0x{offset:x}");
    }

    private int ResolveCall(int index, CodeSection section)
    {
        ref readonly var call = ref code.Instructions[index];
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
