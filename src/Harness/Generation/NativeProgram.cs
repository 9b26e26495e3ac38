using System.Globalization;
using Harness.Toolchain;

namespace Harness.Generation;

/// <summary>Runs the very object file that the emulator runs on the processor.</summary>
internal sealed class NativeProgram
{
    /// <summary>128 and SIGXCPU: its processor time was used up.</summary>
    private const int TimeUsedUp = 152;

    private readonly string _startup;

    /// <param name="folder">A folder for what is needed to link; it must stay.</param>
    public NativeProgram(string folder)
    {
        _startup = Path.Combine(folder, "native.o");
        _ = ExternalTool.RunOrThrow("as", "binutils", ["--64", "-o", _startup, Path.Combine(RepositoryFolders.GeneratedInclude, "native.s")]);
    }

    /// <summary>The result of an object's entry; null when it takes too long.</summary>
    /// <param name="objectPath">The object file. The program is written beside it.</param>
    /// <param name="entry">Its symbol.</param>
    /// <exception cref="InputException">It can't be linked, or crashes.</exception>
    public ulong? Run(string objectPath, string entry)
    {
        var program = Path.ChangeExtension(objectPath, ".native");
        _ = ExternalTool.RunOrThrow("ld", "binutils", ["-static", "--no-warnings", $"--defsym=generated_entry={entry}", "-o", program, objectPath, _startup]);
        var (exitCode, output, _) = ExternalTool.RunToEnd(program, "", []);
        return exitCode switch
        {
            0 when ulong.TryParse(output, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var result) => result,
            TimeUsedUp => null,
            _ => throw new InputException($"the program ends with exit code {exitCode} on the processor"),
        };
    }
}
