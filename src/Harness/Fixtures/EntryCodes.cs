using Unwinder;

namespace Harness.Fixtures;

/// <summary>The entry codes by the words of the command line, which are also the names of their folders.</summary>
internal static class EntryCodes
{
    private static readonly (EntryCode Code, string Name)[] _names = [(EntryCode.Linux2017, "2017"), (EntryCode.Linux6, "6.x"), (EntryCode.CallFrames, "call-frames")];

    /// <summary>The words.</summary>
    public static IEnumerable<string> Names => _names.Select(entry => entry.Name);

    /// <summary>The word for one.</summary>
    public static string NameOf(EntryCode code) => Array.Find(_names, entry => entry.Code == code).Name;

    /// <summary>The one to use when nobody chose: other entry code has no call frame information.</summary>
    public static EntryCode DefaultFor(UnwinderKind unwinder) => unwinder == UnwinderKind.Dwarf ? EntryCode.CallFrames : EntryCode.Linux2017;

    /// <summary>The one that a word means, or null.</summary>
    public static EntryCode? Parse(string name)
    {
        foreach (var entry in _names)
        {
            if (entry.Name == name)
                return entry.Code;
        }

        return null;
    }
}
