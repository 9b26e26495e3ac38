using System.Buffers.Binary;
using Harness.Loading;

namespace Harness.Kernels.Patching;

/// <summary>
/// Lets the allocators of a kernel that has not booted jump to the harness's own (asm-fixtures/runtime/heap): a jump in place of each one's
/// first instruction, where the row is still that of a function's entry. Nothing else of the kernel is changed.
/// </summary>
internal static class HeapSubstitution
{
    private const byte Jump = 0xe9;
    private const int JumpSize = 5;

    /// <summary>Functions of kernels from 6.1 to 6.12, and what takes their place.</summary>
    private static readonly (string Replacement, string[] Functions)[] _table =
    [
        ("harness_allocate",
        [
            "__kmalloc", "__kmalloc_noprof", "__kmalloc_node", "__kmalloc_node_noprof", "__kmalloc_node_track_caller", "__kmalloc_node_track_caller_noprof",
            "kmalloc_large", "__kmalloc_large_noprof", "__kmalloc_large_node_noprof", "vmalloc", "vmalloc_noprof", "vzalloc", "vzalloc_noprof", "kvmalloc_node", "__kvmalloc_node_noprof",
        ]),
        ("harness_allocate_third", ["kmalloc_trace", "__kmalloc_cache_noprof"]),
        ("harness_release", ["kfree", "vfree", "kvfree", "kfree_sensitive"]),
    ];

    /// <summary>Puts the jumps in.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="areas">Everything, placed and relocated.</param>
    /// <param name="scope">Finds the replacements.</param>
    /// <exception cref="InputException">None of the allocators is there.</exception>
    public static void Apply(LoadedObject kernel, IReadOnlyList<MemoryArea> areas, SymbolScope scope)
    {
        var sections = new PlacedSections(areas);
        var replacements = _table.SelectMany(entry => entry.Functions.Select(function => (function, entry.Replacement))).ToDictionary();
        var count = 0;
        foreach (var symbol in kernel.File.Symbols)
        {
            if (symbol.Section is null || !replacements.TryGetValue(symbol.Name, out var replacement) || scope.Find(replacement) is not { } target)
                continue;
            var place = sections.At(symbol.Value, JumpSize);
            place[0] = Jump;
            BinaryPrimitives.WriteInt32LittleEndian(place[1..], unchecked((int)(long)(target - symbol.Value - JumpSize)));
            count++;
        }

        if (count == 0)
            throw new InputException($"{kernel.File.Name}: --heap: none of the allocators that are known is in it");
    }
}
