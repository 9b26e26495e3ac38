using System.Collections.Concurrent;
using Harness.Fixtures;
using Harness.Loading;

namespace Harness.Toolchain;

/// <summary>Makes an object file of a fixture's source, with the machine's assembler or compiler.</summary>
internal sealed class FixtureCompiler(string compiler, IReadOnlyList<string> compilerFlags, string includeFolder)
{
    /// <summary>The name by which every machine has its C compiler.</summary>
    public const string DefaultCompiler = "cc";

    /// <summary>As the kernel compiles C: for the top 2 GiB, no red zone, nothing but general registers.</summary>
    public static IReadOnlyList<string> KernelFlags { get; } =
    [
        "-ffreestanding", "-mcmodel=kernel", "-mno-red-zone", "-fno-pic", "-fno-pie", "-fno-stack-protector", "-fno-jump-tables",
        "-mno-sse", "-mno-mmx", "-mno-80387", "-fno-asynchronous-unwind-tables", "-fcf-protection=none", "-O2",
    ];

    private ConcurrentDictionary<(string Path, SourceVariant Variant), byte[]>? _compiled;

    /// <summary>One that compiles each source once: for many runs in which sources don't change.</summary>
    public FixtureCompiler Remembering() => new(compiler, compilerFlags, includeFolder) { _compiled = [] };

    /// <summary>The command-line options that make another run compile a fixture as this one does.</summary>
    public IReadOnlyList<string> OptionsFor(FixtureKind kind)
    {
        if (kind is FixtureKind.Elf or FixtureKind.Assembly)
            return [];
        return [.. compiler == DefaultCompiler ? [] : new[] { "--cc", compiler }, .. compilerFlags.Count == 0 ? [] : new[] { "--cflags", string.Join(' ', compilerFlags) }];
    }

    /// <summary>The bytes of the object file.</summary>
    /// <param name="fixture">Its source, or an object file, which is just read.</param>
    /// <param name="variant">With or without the fault that the source can have.</param>
    /// <exception cref="InputException">The source has errors; the first is in the message.</exception>
    /// <exception cref="MissingPrerequisiteException">The assembler or compiler is missing.</exception>
    public byte[] Compile(Fixture fixture, SourceVariant variant)
    {
        if (fixture.Kind == FixtureKind.Elf)
            return InputFile.Read(fixture.Path);
        return _compiled?.GetOrAdd((fixture.Path, variant), _ => CompileSource(fixture, variant)) ?? CompileSource(fixture, variant);
    }

    private byte[] CompileSource(Fixture fixture, SourceVariant variant)
    {

        var folder = Directory.CreateTempSubdirectory("harness-");
        try
        {
            var output = Path.Combine(folder.FullName, "fixture.o");
            var (succeeded, errors) = Run(fixture, variant, output);
            if (!succeeded || !File.Exists(output))
                throw new InputException(FirstErrorOf(fixture.Path, errors));
            return File.ReadAllBytes(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private (bool Succeeded, string Errors) Run(Fixture fixture, SourceVariant variant, string output)
    {
        var isFaulty = variant == SourceVariant.Faulty;
        string[] include = ["-I", includeFolder, "-I", Path.GetDirectoryName(Path.GetFullPath(fixture.Path))!];
        return fixture.Kind == FixtureKind.Assembly
            ? ExternalTool.Run("as", "binutils", ["--64", .. isFaulty ? ["--defsym", "FAULT=1"] : Array.Empty<string>(), .. include, "-o", output, fixture.Path])
            : ExternalTool.Run(compiler, "gcc", [.. KernelFlags, .. compilerFlags, .. isFaulty ? ["-DFAULT=1"] : Array.Empty<string>(), .. include, "-c", "-o", output, fixture.Path]);
    }

    /// <summary>The first line that says what is wrong, rather than where an included file came from.</summary>
    private static string FirstErrorOf(string path, string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("rror:", StringComparison.Ordinal))
            ?? lines.FirstOrDefault()
            ?? $"{path}: could not be assembled";
    }
}
