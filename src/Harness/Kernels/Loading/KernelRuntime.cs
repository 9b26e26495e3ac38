using Harness.Fixtures;

namespace Harness.Kernels.Loading;

/// <summary>The code that kernels' functions are called by: the outermost frame, interrupt entry that needs nothing of the kernel's, a heap.</summary>
internal static class KernelRuntime
{
    /// <summary>Its files, with tables.</summary>
    /// <param name="preparer">What makes objects of sources.</param>
    /// <param name="hasHeap">Is the heap wanted?</param>
    /// <exception cref="InputException">It can't be analysed without findings.</exception>
    public static IReadOnlyList<PreparedObject> Of(FixturePreparer preparer, bool hasHeap)
    {
        var entry = preparer.With(EntryCode.CallFrames).Runtime();
        return hasHeap ? [.. entry, preparer.Prepare(FixtureDiscovery.Read(RepositoryFolders.HeapSource))] : entry;
    }
}
