namespace Harness.Oops;

/// <summary>A place as the kernel prints it (%pB): <c>do_work+0x12/0x40 [module]</c>.</summary>
/// <param name="Symbol">The function.</param>
/// <param name="Offset">Bytes from its first.</param>
/// <param name="Size">Its size in the kernel that reported.</param>
/// <param name="Module">The module that it is in, or null.</param>
internal sealed record ReportedPlace(string Symbol, ulong Offset, ulong Size, string? Module)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Symbol}+0x{Offset:x}/0x{Size:x}{(Module is null ? "" : $" [{Module}]")}";
}
