using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Emulator.Tests;

/// <summary>GNU as and ld on source text. Tests that need them are skipped, by name, where they are not installed.</summary>
internal static class GuestAssembler
{
    private static readonly string[] _tools = ["as", "ld", "objcopy", "nm"];
    private static readonly ConcurrentDictionary<(string Source, ulong Address), Lazy<GuestProgram>> _assembled = new();

    /// <summary>Assembles for an address; padded, so that no block runs off the end.</summary>
    public static GuestProgram Assemble(string source, ulong address)
    {
        foreach (var tool in _tools)
            Assert.SkipUnless(IsInstalled(tool), $"{tool} (binutils) is not installed");
        return _assembled.GetOrAdd((source, address), static key => new(() => Build(key.Source, key.Address))).Value;
    }

    private static GuestProgram Build(string source, ulong address)
    {
        var folder = Directory.CreateTempSubdirectory("guest");
        try
        {
            string At(string name) => Path.Combine(folder.FullName, name);
            File.WriteAllText(At("guest.s"), source + "\n\t.skip 32, 0xcc\n");
            Run("as", "-o", At("guest.o"), At("guest.s"));
            Run("ld", "-e", "0", $"-Ttext=0x{address:x}", "-o", At("guest"), At("guest.o"));
            Run("objcopy", "-O", "binary", "-j", ".text", At("guest"), At("guest.bin"));
            var labels = Run("nm", At("guest.o"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Where(fields => fields is [_, "t" or "T", _])
                .ToDictionary(fields => fields[2], fields => address + ulong.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            return new GuestProgram(File.ReadAllBytes(At("guest.bin")), labels);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool}: {errors.Result}");
        return output;
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
}
