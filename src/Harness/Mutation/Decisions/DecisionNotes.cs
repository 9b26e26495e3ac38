namespace Harness.Mutation.Decisions;

/// <summary>Why some wrong decisions make no fixture fail, and what notices them instead.</summary>
internal static class DecisionNotes
{
    private static readonly Dictionary<string, string> _reasons = new()
    {
        ["first-frame-off-by-one-gcov"] = "fixtures unwind from their own registers and skip no frames; TaskTests do",
        ["retaddr-ptr-inactive"] = "it changes what callers of the unwinder are told, not the chain; TaskTests ask",
        ["start-from-regs-skips-everything"] = "fixtures start at the interrupted instruction, not at its caller; TaskTests start there",
        ["bad-row-type-continues"] = "no generator writes a row of an unknown type; QuirkTests have one",
        ["sort-comparator-not-an-order"] = "of rows that say nothing it does not matter which comes first; TableSetTests show where it went wrong",
        ["lookup-below-first-row"] = "no code of an image lies below its first row; LookupTests look there",
        ["partial-save-before-init"] = "tables are there when a fixture begins; TableSetTests unwind earlier",
        ["stack-range-recheck"] = "a frame that runs over the end of a stack is wrong without it too; QuirkTests have one",
        ["sp-indirect-push"] = "without the hint behind the push there is no row at all, with it no difference; bugs/sp-indirect-push is assembled without",
        ["mov: rsp to word at rsp+n"] = "nobody restores rsp as a saved register: the state does not depend on it",
        ["mov: word at rsp+n to rsp"] = "another stack: a hint says what holds behind it",
    };

    /// <summary>The decisions that there are reasons for.</summary>
    public static IEnumerable<string> Names => _reasons.Keys;

    /// <summary>The reason; empty when there is none.</summary>
    public static string ReasonFor(DecisionMutant mutant) => _reasons.GetValueOrDefault(mutant.Name, "");
}
