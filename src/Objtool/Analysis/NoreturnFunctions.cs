using System.Collections.Frozen;
using Elf;
using Objtool.Code;
using Objtool.Decoding;

namespace Objtool.Analysis;

/// <summary>
/// Tells which functions never return, so that nothing behind a call to one is reached by it: those of a list, by name,
/// and those whose body holds no way out.
/// </summary>
/// <remarks>The list is the kernel's of 6.1 with the names of 2017 that it dropped.</remarks>
internal sealed class NoreturnFunctions(ObjectCode code)
{
    /// <summary>How many jumps from function to function are followed to decide about one.</summary>
    private const int MaximumDepth = 5;

    private static readonly FrozenSet<string> _knownGlobals = FrozenSet.ToFrozenSet(
    [
        "__invalid_creds", "__module_put_and_exit", "__module_put_and_kthread_exit", "__reiserfs_panic", "__stack_chk_fail",
        "__ubsan_handle_builtin_unreachable", "complete_and_exit", "cpu_bringup_and_idle", "cpu_startup_entry", "do_exit",
        "do_group_exit", "do_task_dead", "ex_handler_msr_mce", "fortify_panic", "kthread_complete_and_exit", "kthread_exit",
        "kunit_try_catch_throw", "kvm_spurious_fault", "lbug_with_loc", "machine_real_restart", "make_task_dead", "panic",
        "rewind_stack_and_make_dead", "sev_es_terminate", "snp_abort", "stop_this_cpu", "usercopy_abort", "xen_start_kernel",
    ]);

    private readonly Dictionary<int, bool> _known = [];

    /// <summary>Does the function that this symbol stands for never return?</summary>
    public bool Contains(int symbol) => Decide(symbol, 0);

    private bool Decide(int symbolNumber, int depth)
    {
        if (_known.TryGetValue(symbolNumber, out var answer))
            return answer;

        var symbol = code.File.Symbols[symbolNumber];
        answer = symbol.Binding switch
        {
            // Another definition may take its place.
            SymbolBinding.Weak => false,
            SymbolBinding.Global when _knownGlobals.Contains(symbol.Name) => true,
            _ => BodyOf(symbolNumber) is { } body && HasNoWayOut(body, depth),
        };

        // A "no" from deep in a search may only mean that the search ended there.
        if (answer || depth == 0)
            _known[symbolNumber] = answer;
        return answer;
    }

    private CodeFunction? BodyOf(int symbol)
    {
        if (code.FunctionOf(symbol) is not { Length: > 0 } function)
            return null;
        var first = code.IndexAt(function.Section, function.Offset);
        return first < 0 ? null : code.FunctionOf(code.Instructions[first]);
    }

    /// <summary>No return, and every jump to another function leads to one that never returns either.</summary>
    private bool HasNoWayOut(CodeFunction function, int depth)
    {
        foreach (var index in code.BodyOf(function))
        {
            ref readonly var instruction = ref code.Instructions[index];
            if (instruction.Kind == InstructionKind.Return)
                return false;
            if (!ObjectCode.IsSiblingCall(instruction))
                continue;

            // A function of another file is taken to return, an indirect jump to lead to one that does.
            var next = instruction.CallDestination;
            if (next < 0 || depth == MaximumDepth || code.FunctionOf(next) is null || !Decide(next, depth + 1))
                return false;
        }

        return true;
    }
}
