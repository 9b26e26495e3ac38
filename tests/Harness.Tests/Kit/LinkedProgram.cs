using Elf;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Verification;

namespace Harness.Tests.Kit;

/// <summary>A program of several object files, each with its table, in a folder of its own.</summary>
internal sealed class LinkedProgram : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly List<string> _objects = [];

    /// <summary>Paths of the object files, with their tables.</summary>
    public IReadOnlyList<string> Objects => _objects;

    /// <summary>A path in its folder.</summary>
    public string this[string file] => _scratch[file];

    /// <summary>Assembles a text with the macros of fixtures, and generates its table.</summary>
    public LinkedProgram Assembly(string name, string code) => Add(name, Source.Assembly(_scratch, "", code, $"{name}.s"));

    /// <summary>Compiles C, by default as fixtures are, and generates its table.</summary>
    public LinkedProgram C(string name, string code, params string[] options)
    {
        Programs.Require("gcc");
        var source = _scratch.Write($"{name}.c", code);
        var raw = _scratch[$"{name}.raw.o"];
        Programs.Run("gcc", ["-ffreestanding", "-mno-red-zone", "-fno-stack-protector", "-mno-sse", "-fno-asynchronous-unwind-tables", "-fcf-protection=none", "-O1", .. options, "-c", "-o", raw, source]);
        return Add(name, FixtureDiscovery.Read(raw));
    }

    /// <summary>A fixture of the repository, its symbols renamed as objcopy does it: <c>main=second_main</c>.</summary>
    public LinkedProgram Fixture(string name, params string[] renamed)
    {
        var file = name.Replace('/', '-');
        Add(file, Source.Named(name));
        if (renamed.Length > 0)
        {
            Programs.Require("objcopy");
            Programs.Run("objcopy", [.. renamed.Select(symbol => $"--redefine-sym={symbol}"), _objects[^1]]);
        }

        return this;
    }

    /// <summary>Runs the linker over all objects, or a linker script's text.</summary>
    public string Link(string output, string? script, params string[] options)
    {
        Programs.Require("ld");
        string[] scriptOptions = script is null ? [] : ["-T", _scratch.Write("script.lds", script)];
        Programs.Run("ld", [.. scriptOptions, .. options, "-o", _scratch[output], .. _objects]);
        return _scratch[output];
    }

    /// <summary>Verifies a file as a user does who names it.</summary>
    public static FixtureReport Verify(string path, string entry = "main", InterruptMode interrupts = InterruptMode.None)
    {
        var fixture = FixtureDiscovery.Read(path);
        return Verifying.Run(fixture with { Header = fixture.Header with { Entry = entry } }, interrupts);
    }

    /// <summary>Verifies all objects as one image, without a linker.</summary>
    public FixtureReport VerifyTogether(InterruptMode interrupts = InterruptMode.None) => ManualRun.Verify(
        FixtureDiscovery.Read(_objects[0]),
        [.. _objects.Select(path => ElfFile.Read(path))],
        [.. Verifying.Preparer.Runtime().Select(support => support.File)],
        interrupts);

    /// <summary>What a verified program leaves in rax: runs it once more.</summary>
    public static ulong ResultOf(FixtureReport report, string entry = "main")
    {
        using var context = new GuestContext(report.Image!, report.Fixture.Header);
        context.SetEntry(entry);
        context.Machine.Run(new Silent(), context.Root, new RunLimits(1_000_000));
        return context.Machine.Cpu[Gpr.Rax];
    }

    public void Dispose() => _scratch.Dispose();

    private LinkedProgram Add(string name, Fixture fixture)
    {
        var prepared = Verifying.Preparer.Prepare(fixture);
        Assert.Empty(prepared.Diagnostics);
        _objects.Add(_scratch.Write($"{name}.o", prepared.File.Bytes.Span));
        return this;
    }

    private sealed class Silent : MachineObserver
    {
        public override void OnInstruction(ulong rip, uint length)
        {
        }
    }
}
