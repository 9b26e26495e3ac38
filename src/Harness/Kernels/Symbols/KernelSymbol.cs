namespace Harness.Kernels.Symbols;

/// <summary>A name of the kernel's, as /proc/kallsyms lists it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Address">Its address; of per-CPU data the offset.</param>
/// <param name="Type">As nm says it: upper case for global names, T for code, W or V for weak ones.</param>
internal readonly record struct KernelSymbol(string Name, ulong Address, char Type)
{
    /// <summary>Is it visible to other files of the kernel?</summary>
    public bool IsGlobal => char.IsAsciiLetterUpper(Type);

    /// <summary>May another definition have replaced it?</summary>
    public bool IsWeak => Type is 'W' or 'w' or 'V' or 'v';
}
