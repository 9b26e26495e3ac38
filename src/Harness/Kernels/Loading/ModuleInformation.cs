using System.Text;
using Elf;

namespace Harness.Kernels.Loading;

/// <summary>What a module says of itself in .modinfo: words of the form key=value.</summary>
internal static class ModuleInformation
{
    /// <summary>The value of a key; null without one.</summary>
    public static string? ValueOf(ElfFile module, string key)
    {
        if (module.FindSection(".modinfo") is not { } section)
            return null;
        var prefix = key + "=";
        return Encoding.UTF8.GetString(section.Contents).Split('\0').FirstOrDefault(entry => entry.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
    }
}
