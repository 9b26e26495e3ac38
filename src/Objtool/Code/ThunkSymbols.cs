namespace Objtool.Code;

/// <summary>Functions that stand for one instruction: what a jump or call to them does is what that instruction does.</summary>
internal static class ThunkSymbols
{
    /// <summary>An indirect jump or call through a register, by way of a retpoline (kernel 1e7e47883830).</summary>
    public static bool IsRetpoline(string name) => name.StartsWith("__x86_indirect_", StringComparison.Ordinal);

    /// <summary>The name of the register that a retpoline jumps or calls through: <c>__x86_indirect_thunk_r11</c>, r11.</summary>
    public static string RegisterOf(string name) => name[(name.LastIndexOf('_') + 1)..];

    /// <summary>A return (kernel d9e9d2300681).</summary>
    public static bool IsReturn(string name) => name == "__x86_return_thunk";

    /// <summary>
    /// A return that lies inside the bytes of another instruction, so that no instruction is found at the symbol.
    /// </summary>
    public static bool IsEmbeddedReturn(string name) => name is "retbleed_return_thunk" or "srso_safe_ret" or "zen_untrain_ret" or "__x86_return_thunk";
}
