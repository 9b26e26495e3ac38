using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Verification.Results;

/// <summary>What must be the same for results to belong together.</summary>
/// <param name="Program">Fingerprint of the program that made them.</param>
/// <param name="Runtime">Fingerprint of the code that fixtures run on.</param>
/// <param name="Options">The options that have an influence on them, as on the command line, by name.</param>
internal sealed record RunIdentity(string Program, string Runtime, SortedDictionary<string, string> Options)
{
    /// <summary>The fingerprint of this program and all parts of it, but for the framework's.</summary>
    public static string ThisProgram { get; } = Fingerprint(
        typeof(RunIdentity).Assembly.GetReferencedAssemblies()
            .Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal))
            .Select(Assembly.Load).Append(typeof(RunIdentity).Assembly)
            .Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString()));

    /// <summary>A fingerprint of several texts, whatever their order.</summary>
    public static string Fingerprint(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts.Order(StringComparer.Ordinal)))))[..16];

    /// <summary>What differs from another's, in words; null when nothing does.</summary>
    public string? DifferenceFrom(RunIdentity other)
    {
        if (Program != other.Program)
            return $"made by another build of the program ({other.Program}, not {Program})";
        if (Runtime != other.Runtime)
            return "the code that fixtures run on was another";
        foreach (var name in Options.Keys.Union(other.Options.Keys))
        {
            var (mine, theirs) = (Options.GetValueOrDefault(name), other.Options.GetValueOrDefault(name));
            if (mine != theirs)
                return $"made with {Word(name, theirs)}, not {Word(name, mine)}";
        }

        return null;
    }

    private static string Word(string name, string? value) => value is null ? $"no {name}" : $"{name} {value}";
}
