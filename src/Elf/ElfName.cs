using System.Text;

namespace Elf;

/// <summary>Names from a file inside a message.</summary>
internal static class ElfName
{
    private const int LongestShown = 80;

    /// <summary>
    /// The name in single quotes, cut short, with control characters escaped: a file must not be able to move the
    /// cursor of the terminal it is reported on, nor break a message into two lines.
    /// </summary>
    public static string Quote(string name)
    {
        var text = new StringBuilder("'");
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, LongestShown)))
        {
            if (char.IsControl(c))
                text.Append($"\\x{(int)c:x2}");
            else
                text.Append(c);
        }

        return text.Append(name.Length > LongestShown ? "...'" : "'").ToString();
    }
}
