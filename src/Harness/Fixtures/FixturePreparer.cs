using System.Security.Cryptography;
using Elf;
using Harness.Loading;
using Harness.Toolchain;
using Objtool.Analysis;
using Objtool.Decoding;
using Objtool.Diagnostics;
using Objtool.Tables;
using Undwarf;
using Undwarf.Quirks;

namespace Harness.Fixtures;

/// <summary>From a fixture's source to an object file with a table: assemble or compile, analyse, add the table.</summary>
internal sealed class FixturePreparer(
    FixtureCompiler compiler, QuirkSet quirks = QuirkSet.None, SourceVariant variant = SourceVariant.Repaired,
    EntryCode entry = EntryCode.Linux2017, TableFormat? format = null, EffectTable? effects = null)
{
    private readonly TableFormat _format = format ?? UndwarfV2Format.Extended;
    private readonly AnalysisOptions _options = new() { ExcludedSectionPrefix = SectionClasses.UserPrefix, Quirks = quirks, Effects = effects };
    private readonly Lock _lock = new();
    private IReadOnlyList<PreparedObject>? _runtime;

    /// <summary>Faults of the past that its tables have.</summary>
    public QuirkSet Quirks => quirks;

    /// <summary>How it assembles sources that can have a fault.</summary>
    public SourceVariant Variant => variant;

    /// <summary>The entry code that its fixtures run on.</summary>
    public EntryCode Entry => entry;

    /// <summary>One that makes tables with these faults, of sources assembled this way.</summary>
    public FixturePreparer With(QuirkSet otherQuirks, SourceVariant otherVariant) => new(compiler, otherQuirks, otherVariant, entry, format);

    /// <summary>One whose fixtures run on this entry code.</summary>
    public FixturePreparer With(EntryCode otherEntry) => new(compiler, quirks, variant, otherEntry, format);

    /// <summary>
    /// One that analyses fixtures with these instruction effects. What they run on is as it was: nearly any effect less would
    /// break that first.
    /// </summary>
    public FixturePreparer With(EffectTable otherEffects) => new(compiler, quirks, variant, entry, format, otherEffects) { _runtime = Runtime() };

    /// <summary>One that compiles each source once, however often it prepares it.</summary>
    public FixturePreparer Remembering() => new(compiler.Remembering(), quirks, variant, entry, format, effects);

    /// <summary>See <see cref="FixtureCompiler.OptionsFor"/>; and the format, when it is another than the usual.</summary>
    public IReadOnlyList<string> OptionsFor(Fixture fixture) =>
        _format is OrcFormat ? [.. compiler.OptionsFor(fixture.Kind), "--tables", "orc"] : compiler.OptionsFor(fixture.Kind);

    /// <summary>A file that brings a table keeps it; its code is not analysed then.</summary>
    /// <exception cref="InputException">Source with errors.</exception>
    /// <exception cref="ElfFormatException">An object file that does not hold together.</exception>
    public PreparedObject Prepare(Fixture fixture)
    {
        var compiled = compiler.Compile(fixture, variant);
        return Analyse(fixture, ElfFile.Read(compiled, fixture.Path)) with { Hash = HashOf(fixture, compiled) };
    }

    /// <summary>The hash that <see cref="Prepare"/> comes to, without the analysis.</summary>
    /// <exception cref="InputException">Source with errors.</exception>
    public string HashOf(Fixture fixture) => HashOf(fixture, compiler.Compile(fixture, variant));

    private static string HashOf(Fixture fixture, byte[] compiled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (fixture.Kind != FixtureKind.Elf)
            hash.AppendData(InputFile.Read(fixture.Path));
        hash.AppendData(compiled);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private PreparedObject Analyse(Fixture fixture, ElfFile file)
    {
        if (file.FindSection(_format.EntrySection) is not null || file.Type != ElfFileType.Relocatable)
            return new PreparedObject(fixture.Name, file, [], fixture.Header);

        try
        {
            var analysis = ObjectAnalysis.Run(file, _options with { CheckFramePointers = fixture.Header.PromisesFramePointers });
            var editor = new ElfEditor(file);
            TableWriter.Add(editor, file, _format, TableGenerator.Generate(analysis, _format));
            if (_format == OrcFormat.Linux64)
                editor.AddSection(new NewSection { Name = TableFormatDetection.OrcHeaderSection, Type = SectionType.ProgBits, Contents = TableFormatDetection.HeaderOf64 });
            return new PreparedObject(fixture.Name, ElfFile.Read(editor.Build(), fixture.Path), analysis.Diagnostics, fixture.Header);
        }
        catch (AnalysisException exception)
        {
            return new PreparedObject(fixture.Name, file, [exception.Diagnostic], fixture.Header);
        }
    }

    /// <summary>The code that fixtures run on, prepared once.</summary>
    /// <exception cref="InputException">It can't be analysed without findings.</exception>
    public IReadOnlyList<PreparedObject> Runtime()
    {
        lock (_lock)
            return _runtime ??= PrepareRuntime();
    }

    private List<PreparedObject> PrepareRuntime()
    {
        var runtime = new List<PreparedObject>();
        foreach (var path in RepositoryFolders.RuntimeSources(entry))
        {
            var prepared = Prepare(FixtureDiscovery.Read(path));
            if (prepared.Diagnostics.Count > 0)
                throw new InputException(prepared.Diagnostics[0].Format(path));
            runtime.Add(prepared);
        }

        return runtime;
    }
}
