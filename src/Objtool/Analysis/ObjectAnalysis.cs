using Elf;
using Objtool.Analysis.Special;
using Objtool.Code;
using Objtool.Diagnostics;
using Objtool.Hints;
using Objtool.StackStates;
using Undwarf.Quirks;

namespace Objtool.Analysis;

/// <summary>Finds out, for every instruction of an object file, where the caller's frame is before it executes.</summary>
public static class ObjectAnalysis
{
    /// <exception cref="AnalysisException">The code can't be analysed.</exception>
    /// <exception cref="ElfFormatException">The file does not hold together.</exception>
    public static AnalysisResult Run(ElfFile file, AnalysisOptions options)
    {
        if (file.Type != ElfFileType.Relocatable)
            throw new AnalysisException(new(DiagnosticKind.NotRelocatable, null, "not a relocatable file: code is analysed before it is linked"));

        var code = ObjectCodeReader.Read(file, options.ExcludedSectionPrefix, options.Effects);
        var states = new StateTable();
        var diagnostics = new List<Diagnostic>();
        var noreturn = new NoreturnFunctions(code, options.Release);
        var destinations = new DestinationResolver(code, noreturn);
        var jumpTables = new JumpTables(code);

        // The order matters: replacements belong to the functions of their originals before jumps are told from sibling
        // calls, calls within a function are no calls before callees are looked up, and annotations have the last word
        // about dead ends.
        new IgnoredFunctions(code, states).Apply();
        new AlternateEdges(code, diagnostics).Add();
        destinations.ResolveJumps();
        new IntraFunctionCalls(code, options.Quirks).Apply();
        destinations.ResolveCalls();
        new DeadEndAnnotations(code, options.Quirks).Apply();
        if (!options.Quirks.HasFlag(QuirkSet.JumpTableUnreachable))
            jumpTables.Apply();
        new HintReader(code, states, options.Release).Apply();

        var walker = new BranchWalker(code, states, options, diagnostics);
        WalkFunctions(code, walker, options, diagnostics);
        WalkHints(code, walker);
        if (options.CheckReachability && !jumpTables.HasRipRelativeTable && diagnostics.Count == 0 && new ReachabilityCheck(code, noreturn).Find() is { } unreachable)
            diagnostics.Add(unreachable);
        return new AnalysisResult(code, states, diagnostics, options.Quirks);
    }

    private static void WalkFunctions(ObjectCode code, BranchWalker walker, AnalysisOptions options, List<Diagnostic> diagnostics)
    {
        foreach (var function in code.Functions)
        {
            if (function.Length == 0)
            {
                diagnostics.Add(new Diagnostic(
                    DiagnosticKind.MissingSizeAnnotation, ObjectCode.PlaceOf(function.Section, function.Offset),
                    $"{function.Name}() is missing an ELF size annotation"));
                continue;
            }

            if (function.IsColdPart || function.Canonical != function)
                continue;
            if (function.IsPrefix && options.Quirks.HasFlag(QuirkSet.PrefixWithoutRows))
                continue;

            var start = code.IndexAt(function.Section, function.Offset);
            if (!code[start].Has(InstructionMarks.Ignored) && !code[start].Has(InstructionMarks.Visited))
                walker.Walk(start, StackState.FunctionEntry);
        }
    }

    /// <summary>Code outside functions is entered where a hint says what the stack holds.</summary>
    private static void WalkHints(ObjectCode code, BranchWalker walker)
    {
        for (var i = 0; i < code.Count; i++)
        {
            ref readonly var instruction = ref code[i];
            if (instruction.Has(InstructionMarks.Hint) && !instruction.Has(InstructionMarks.Visited) && !instruction.Has(InstructionMarks.Ignored))
                walker.Walk(i, StackState.Blank);
        }
    }
}
