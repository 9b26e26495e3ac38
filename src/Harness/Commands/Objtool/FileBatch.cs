using Elf;
using Objtool.Diagnostics;
using Undwarf;

namespace Harness.Commands.Objtool;

/// <summary>Works on many files, some at a time. The failure of one does not stop the rest.</summary>
internal static class FileBatch
{
    /// <summary>The outcomes in the order of the files; handed out as soon as all before have been.</summary>
    public static IEnumerable<FileOutcome<T>> Run<T>(IReadOnlyList<string> files, Func<string, T> work, int jobs)
        where T : class =>
        files.Count == 1 || jobs == 1
            ? files.Select(file => Try(file, work))
            : files.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(1, jobs)).WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(file => Try(file, work));

    private static FileOutcome<T> Try<T>(string file, Func<string, T> work)
        where T : class
    {
        try
        {
            return new FileOutcome<T>(file, work(file), null);
        }
        catch (Exception exception) when (exception
            is AnalysisException or InputException or ElfFormatException or UndwarfFormatException or IOException or UnauthorizedAccessException)
        {
            return new FileOutcome<T>(file, null, exception);
        }
    }
}
