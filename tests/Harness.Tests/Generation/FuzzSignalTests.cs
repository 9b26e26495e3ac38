using System.Diagnostics;
using Harness.Tests.Kit;

namespace Harness.Tests.Generation;

/// <summary>Whoever ends a long run still gets what it did until then, and where to go on.</summary>
public sealed class FuzzSignalTests
{
    [Fact]
    public async Task RunThatIsTerminated_EndsWithItsSum()
    {
        using var scratch = new Scratch();
        var results = scratch["results.json"];
        using var process = Process.Start(HarnessProgram.StartInfo("fuzz", "--minutes", "5", "--size", "4", "--jobs", "1", "--json", results))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!process.HasExited && !(File.Exists(results) && new FileInfo(results).Length > 0))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        _ = Programs.Run("kill", "-TERM", $"{process.Id}");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        var programs = File.ReadLines(results).Count();
        Assert.InRange(programs, 1, 10_000);
        Assert.EndsWith($"next seed {programs + 1}\n", await output, StringComparison.Ordinal);
    }
}
