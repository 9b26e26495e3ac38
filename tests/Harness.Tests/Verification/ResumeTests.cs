using System.Diagnostics;
using Harness.Execution;
using Harness.Tests.Kit;
using Harness.Verification.Results;
using Harness.Verification.Scheduling;

namespace Harness.Tests.Verification;

/// <summary>A run that was killed goes on where it was, and comes to what one that was not comes to.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ResumeTests
{
    private static readonly RunIdentity _identity = new("program", "runtime", new SortedDictionary<string, string> { ["--interrupts"] = "each" });

    [Fact]
    public void KilledAgainAndAgain_NothingThatWasVerifiedIsLost()
    {
        const int Kills = 3;
        using var scratch = new Scratch();
        string[] fixtures = [LongProgram.WriteWrong(scratch, 20_000_000).Path, LongProgram.Write(scratch, 20_000_000).Path];
        string[] command = ["verify", .. fixtures, "--jobs", "2"];
        var journal = scratch["journal"];
        var verified = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            KillWhileWorking([.. command, "--resume", journal], journal);
            var now = PointsIn(journal, out var isComplete);
            Assert.True(now > verified, $"kill {kill}: {now} points after {verified}");
            Assert.False(isComplete, "the run was over before it could be killed");
            verified = now;
        }

        var resumed = HarnessProgram.Start([.. command, "--resume", journal]);
        var whole = HarnessProgram.Start(command);
        Assert.Equal("", resumed.Errors);
        Assert.Equal((1, whole.Output), (resumed.ExitCode, resumed.Output));
        Assert.True(PointsIn(journal, out var complete) > 35_000_000 && complete);

        // What is done is not done again.
        var watch = Stopwatch.StartNew();
        Assert.Equal(whole.Output, HarnessProgram.Call([.. command, "--resume", journal]).Output);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void JournalCutOffAnywhere_KeepsTheWholeRecords()
    {
        using var scratch = new Scratch();
        var path = scratch["journal"];
        var fixture = LongProgram.Write(scratch, 2_000);
        var whole = HarnessProgram.Call("verify", fixture.Path, "--resume", path);
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(0, whole.ExitCode);
        for (var length = 0; length < bytes.Length; length += 23)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Equal(whole, HarnessProgram.Call("verify", fixture.Path, "--resume", path));
            Assert.True(File.ReadAllBytes(path).Count(value => value == '\n') >= 2);
        }
    }

    [Fact]
    public void DamagedJournal_IsRefused()
    {
        using var scratch = new Scratch();
        var path = scratch["journal"];
        var fixture = LongProgram.Write(scratch, 2_000);
        HarnessProgram.Call("verify", fixture.Path, "--resume", path);
        var bytes = File.ReadAllBytes(path);
        for (var place = 0; place < bytes.Length - 1; place += 41)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 1;
            File.WriteAllBytes(path, damaged);
            var result = HarnessProgram.Call("verify", fixture.Path, "--resume", path);
            Assert.Equal(2, result.ExitCode);
            Assert.Equal(damaged, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void AnotherRunsJournal_IsRefused()
    {
        using var scratch = new Scratch();
        var path = scratch["journal"];
        var fixture = LongProgram.Write(scratch, 2_000).Path;
        Assert.Equal(0, HarnessProgram.Call("verify", fixture, "--resume", path).ExitCode);
        Refused("made with no --interrupts, not --interrupts each", "--interrupts", "each");
        Refused("made by shard 1/1, not 1/2", "--shard", "1/2");

        LongProgram.Write(scratch, 2_008);
        Refused($"{fixture} has changed since");
        File.WriteAllText(path, "something else\n");
        Refused("no journal of a verification");
        Assert.Equal("something else\n", File.ReadAllText(path));

        void Refused(string reason, params string[] options)
        {
            var result = HarnessProgram.Call(["verify", fixture, "--resume", path, .. options]);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void JournalInUse_IsRefused()
    {
        using var scratch = new Scratch();
        using var journal = ResumeJournal.Open(scratch["journal"], _identity, ShardNumber.Only);
        Assert.ThrowsAny<IOException>(() => ResumeJournal.Open(scratch["journal"], _identity, ShardNumber.Only));
    }

    private static void KillWhileWorking(string[] command, string journal)
    {
        var start = HarnessProgram.StartInfo(command);
        using var process = Process.Start(start)!;
        var before = LengthOf(journal);
        var watch = Stopwatch.StartNew();
        // Two records more, and then at any moment.
        while (LengthOf(journal) <= before + 1000 && !process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(1))
            Thread.Sleep(5);
        Thread.Sleep((int)(watch.ElapsedTicks % 50));
        process.Kill();
        process.WaitForExit();
        Assert.Equal(137, process.ExitCode);
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static long PointsIn(string path, out bool isComplete)
    {
        var last = new Dictionary<string, (long Points, bool IsDone)>();
        foreach (var line in File.ReadAllText(path).Split('\n')[1..^1])
        {
            using var record = System.Text.Json.JsonDocument.Parse(line[17..]);
            var units = record.RootElement.GetProperty("units").EnumerateArray().ToArray();
            var points = units.Select(unit => unit.GetProperty("result")).Where(result => result.ValueKind != System.Text.Json.JsonValueKind.Null)
                .Sum(result => result.GetProperty("counters").GetProperty("points").GetInt64() + result.GetProperty("wrongPoints").GetInt64());
            last[record.RootElement.GetProperty("fixture").GetString()!] = (points, units.All(unit => unit.GetProperty("isDone").GetBoolean()));
        }

        isComplete = last.Count == 2 && last.Values.All(fixture => fixture.IsDone);
        return last.Values.Sum(fixture => fixture.Points);
    }
}
