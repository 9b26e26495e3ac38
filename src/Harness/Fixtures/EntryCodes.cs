using Unwinder;

namespace Harness.Fixtures;

/// <summary>The entry codes by the words of the command line, which are also the names of their folders.</summary>
internal static class EntryCodes
{
    private static readonly (EntryCode Code, string Name)[] _names =
    [
        (EntryCode.Linux2017, "2017"), (EntryCode.Linux6, "6.x"), (EntryCode.CallFrames, "call-frames"), (EntryCode.FramePointers, "frame-pointers"),
    ];

    /// <summary>The words.</summary>
    public static IEnumerable<string> Names => _names.Select(entry => entry.Name);

    /// <summary>The word for one.</summary>
    public static string NameOf(EntryCode code) => Array.Find(_names, entry => entry.Code == code).Name;

    /// <summary>The one to use when nobody chose: other entry code does not have what the unwinder goes by.</summary>
    public static EntryCode DefaultFor(UnwinderKind unwinder) => unwinder switch
    {
        UnwinderKind.Dwarf => EntryCode.CallFrames,
        UnwinderKind.FramePointer => EntryCode.FramePointers,
        _ => EntryCode.Linux2017,
    };

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
