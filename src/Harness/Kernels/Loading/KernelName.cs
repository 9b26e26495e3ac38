namespace Harness.Kernels.Loading;

/// <summary>A function or variable of a kernel or a module.</summary>
/// <param name="Module">The module; empty for the kernel itself.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Where it was put; of per-CPU data the offset.</param>
/// <param name="Size">Bytes, as far as known.</param>
/// <param name="IsCode">Does it lie in code?</param>
internal readonly record struct KernelName(string Module, string Name, ulong Address, ulong Size, bool IsCode);
