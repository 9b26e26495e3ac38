using System.Security.Cryptography;
using System.Text;
using Elf;
using Harness.Loading;
using Undwarf;

namespace Harness.Kernels.Loading;

/// <summary>A kernel with its modules, linked and ready to be mapped; shared by all calls, which don't change it.</summary>
internal sealed class KernelImage
{
    private readonly Dictionary<string, List<KernelName>> _names = [];
    private string? _hash;

    /// <param name="image">The kernel first, then its modules, then the code that calls it.</param>
    /// <param name="thunks">Its retpoline thunks.</param>
    /// <param name="modules">Names of the modules, in the order of the image.</param>
    /// <param name="format">The version of the kernel's own rows.</param>
    /// <param name="rows">How many rows the kernel and its modules have.</param>
    public KernelImage(Image image, IndirectThunks thunks, IReadOnlyList<string> modules, TableFormat format, int rows)
    {
        (Image, Thunks, Modules, Format, Rows) = (image, thunks, modules, format, rows);
        for (var i = 0; i < image.Objects.Count; i++)
        {
            var module = i == 0 ? "" : i <= modules.Count ? modules[i - 1] : null;
            if (module is not null)
                AddNames(image.Objects[i], module);
        }
    }

    /// <summary>What is mapped.</summary>
    public Image Image { get; }

    /// <summary>The kernel's retpoline thunks.</summary>
    public IndirectThunks Thunks { get; }

    /// <summary>The modules' names.</summary>
    public IReadOnlyList<string> Modules { get; }

    /// <summary>The version of the rows that the kernel was shipped with.</summary>
    public TableFormat Format { get; }

    /// <summary>Rows of the kernel and its modules.</summary>
    public int Rows { get; }

    /// <summary>The kernel's file.</summary>
    public string File => Image.Objects[0].File.Name;

    /// <summary>SHA-256, in hexadecimal, of the kernel and its modules.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(
        Image.Objects.Take(1 + Modules.Count).SelectMany(loaded => SHA256.HashData(loaded.File.Bytes.Span)).ToArray()));

    /// <summary>The release that it says it is (linux_banner); "?" when it says nothing.</summary>
    public string Release => _names.TryGetValue("linux_banner", out var banner) ? ReleaseIn(banner[0].Address) : "?";

    /// <summary>The names of that spelling: static functions may share one.</summary>
    public IReadOnlyList<KernelName> Find(string name) => _names.GetValueOrDefault(name) ?? [];

    private string ReleaseIn(ulong banner)
    {
        const string Begin = "Linux version ";
        var file = Image.Objects[0].File;
        var section = file.Sections.FirstOrDefault(section => section.Type != SectionType.NoBits && unchecked(banner - section.Address) < section.Size);
        if (section is null)
            return "?";
        var text = section.Contents[(int)(banner - section.Address)..];
        var line = Encoding.ASCII.GetString(text[..Math.Min(200, text.Length)]);
        return line.StartsWith(Begin, StringComparison.Ordinal) ? line[Begin.Length..].Split(' ')[0] : "?";
    }

    private void AddNames(LoadedObject loaded, string module)
    {
        foreach (var symbol in loaded.File.Symbols)
        {
            if (symbol.Name.Length == 0 || symbol.Type is SymbolType.Section or SymbolType.File || loaded.AddressOf(symbol) is not { } address)
                continue;
            if (!_names.TryGetValue(symbol.Name, out var names))
                _names.Add(symbol.Name, names = []);
            names.Add(new KernelName(module, symbol.Name, address, symbol.Size, IsCode: symbol.Section is { } section && section.Flags.HasFlag(SectionFlags.Execute)));
        }
    }
}
