using System.Globalization;
using Harness.Kernels.Calls;

namespace Harness.Kernels.Loading;

/// <summary>Finds what calls name.</summary>
internal static class KernelNames
{
    /// <summary>The function or variable that a name means.</summary>
    /// <exception cref="InputException">There is none, or several that it could be.</exception>
    public static KernelName Require(KernelImage kernel, CallName name, string place)
    {
        var found = Candidates(kernel, name);
        if (name.Number is { } number)
        {
            return number >= 1 && number <= found.Count
                ? found[number - 1]
                : throw new InputException($"{place}: {name}: there are {found.Count} of that name");
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new InputException($"{place}: {WhyMissing(kernel, name)}"),
            _ => throw new InputException($"{place}: several are called {name}: {string.Join(", ", found.Select((one, index) => $"{name}#{index + 1} at {Describe(one)}"))}"),
        };
    }

    /// <summary>Why there is nothing of a name, in words; null when there is.</summary>
    public static string? WhyMissing(KernelImage kernel, CallName name)
    {
        if (name.Module is { } module && !kernel.Modules.Contains(module))
            return $"module {module} was not given";
        return Candidates(kernel, name).Count > 0 ? null
            : $"there is no '{name}' in {(name.Module is { } given ? $"module {given}" : kernel.Modules.Count == 0 ? "the kernel" : "the kernel and its modules")}";
    }

    private static List<KernelName> Candidates(KernelImage kernel, CallName name) =>
        [.. kernel.Find(name.Name).Where(one => name.Module is null || one.Module == name.Module).DistinctBy(one => one.Address).OrderBy(one => one.Address)];

    private static string Describe(KernelName name) =>
        $"0x{name.Address.ToString("x", CultureInfo.InvariantCulture)}{(name.Module.Length > 0 ? $" in {name.Module}" : "")}";
}
