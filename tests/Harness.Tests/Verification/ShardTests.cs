using Harness.Bugs;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Tests.Kit;
using Harness.Verification;
using Harness.Verification.Results;

namespace Harness.Tests.Verification;

/// <summary>The shards of a verification, joined, are what one run of all of it comes to.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ShardTests
{
    public static TheoryData<string, string, int> Fixtures
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var (index, fixture) in Source.Running.Index())
            {
                cases.Add(fixture.Name, "none", 3);
                cases.Add(fixture.Name, "each", 2);
                // Takes long: all entry code, and some of what it interrupts.
                if (fixture.Group == "entry" || (fixture.Group == "functions" && index % 8 == 0))
                    cases.Add(fixture.Name, "nested", 2);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void UnionOfShares_IsTheWhole(string name, string interrupts, int count)
    {
        var fixture = Source.Named(name);
        var options = new VerificationOptions { Interrupts = Verifying.Mode(interrupts) };
        var verifier = new PromiseVerifier(Verifying.Preparer, options);
        var whole = ResultRecorder.Record(verifier.Verify(fixture), TimeSpan.Zero);
        var shares = Enumerable.Range(0, count)
            .Select(index => ResultRecorder.Record(verifier.Verify(fixture, new PointShare(new ShareRange(0, index, count, 0, options.BlockSize))), TimeSpan.Zero))
            .ToArray();

        Assert.True(whole.Counters.Points > 0);
        Assert.True(ResultMerge.RanTheSame(shares.Append(whole)), $"{name}: the shares executed different instructions");
        var joined = ResultMerge.Join(shares);
        Assert.Equal(whole.Counters, joined.Counters);
        Assert.Equal(whole.UnusedRows, joined.UnusedRows);
        Assert.True(joined.Passed);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("each")]
    public void MergedFiles_GiveTheTextAndExitCodeOfTheWhole(string interrupts)
    {
        using var scratch = new Scratch();
        string[] fixtures = [LongProgram.Write(scratch, 10_000).Path, LongProgram.WriteWrong(scratch, 40_000).Path];
        var whole = HarnessProgram.Call(["verify", .. fixtures, "--interrupts", interrupts, "--uncovered"]);
        Assert.Equal(1, whole.ExitCode);
        Assert.Contains("FAIL", whole.Output, StringComparison.Ordinal);

        var files = Shards(scratch, 4, [.. fixtures, "--interrupts", interrupts]);
        var merged = HarnessProgram.Call(["merge", .. files.Reverse(), "--uncovered", "--json", scratch["merged.json"]]);
        Assert.Equal((whole.ExitCode, whole.Output, ""), (merged.ExitCode, merged.Output, merged.Errors));

        // The file of the whole is one too.
        Assert.Equal(whole.Output, HarnessProgram.Call("merge", scratch["merged.json"], "--uncovered").Output);
    }

    [Fact]
    public void Shards_AllHaveWork()
    {
        using var scratch = new Scratch();
        var files = Shards(scratch, 4, [LongProgram.Write(scratch, 200_000).Path]);
        Assert.All(files, file => Assert.InRange(ResultJson.Read(file).Totals.Points, 30_000, 70_000));
    }

    [Fact]
    public void WhatDoesNotBelongTogether_IsRefused()
    {
        using var scratch = new Scratch();
        var fixture = LongProgram.Write(scratch, 5_000).Path;
        var files = Shards(scratch, 3, [fixture]);
        Refused("1 of 3 shards missing: 2", files[0], files[2]);
        Refused($"shard 1/3 is there twice: {files[0]}, {files[0]}", files[0], files[0], files[1], files[2]);

        Assert.Equal(0, HarnessProgram.Call("verify", fixture, "--shard", "2/3", "--json", scratch["each.json"], "--interrupts", "each").ExitCode);
        Refused($"{scratch["each.json"]} does not belong to {files[0]}: made with --interrupts each, not no --interrupts", files[0], scratch["each.json"], files[2]);
        Assert.Equal(0, HarnessProgram.Call("verify", fixture, "--shard", "2/4", "--json", scratch["four.json"]).ExitCode);
        Refused($"{scratch["four.json"]} is one of 4 shards, {files[0]} one of 3", files[0], scratch["four.json"], files[2]);

        var changed = LongProgram.Write(scratch, 5_008).Path;
        Assert.Equal(0, HarnessProgram.Call("verify", changed, "--shard", "2/3", "--json", scratch["changed.json"]).ExitCode);
        Refused($"{scratch["changed.json"]} has other fixtures than {files[0]}: ", files[0], scratch["changed.json"], files[2]);
    }

    [Theory]
    [InlineData("\"runLength\": ", "\"runLength\": 1", "the shards executed different instructions, so they don't make up a whole")]
    [InlineData("\"schema\": \"harness-verify\"", "\"schema\": \"other\"", "schema is 'other', not 'harness-verify'")]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2 of the format is not known, only 1")]
    [InlineData("\"index\": 1", "\"index\": 9", "there is no shard 9/2")]
    [InlineData("\"program\": \"", "\"program\": \"0", "made by another build of the program")]
    [InlineData("\"runtime\": \"", "\"runtime\": \"0", "the code that fixtures run on was another")]
    [InlineData("\"name\": ", "\"name\": null, \"other\": ", "not a file of results")]
    [InlineData("\"hash\": ", "\"other\": ", "not a file of results")]
    [InlineData("{", "", "not a file of results")]
    public void DamagedFiles_AreRefused(string old, string replacement, string reason)
    {
        using var scratch = new Scratch();
        var files = Shards(scratch, 2, [LongProgram.Write(scratch, 5_000).Path]);
        var text = File.ReadAllText(files[0]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var place = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(files[0], text[..place] + replacement + text[(place + old.Length)..]);
        Refused(reason, files);
    }

    [Theory]
    [InlineData("verify", "--shard", "3/2")]
    [InlineData("merge", "/nonexistent.json")]
    [InlineData("merge")]
    public void MisusedCommandLine_IsRefused(params string[] arguments) => Assert.Equal(2, HarnessProgram.Call(arguments).ExitCode);

    private static string[] Shards(Scratch scratch, int count, string[] arguments)
    {
        var files = Enumerable.Range(1, count).Select(index => scratch[$"shard{index}.json"]).ToArray();
        for (var index = 1; index <= count; index++)
        {
            var result = HarnessProgram.Call(["verify", .. arguments, "--shard", $"{index}/{count}", "--json", files[index - 1]]);
            Assert.True(result.ExitCode is 0 or 1, result.Errors);
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(scratch.Root), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        return files;
    }

    private static void Refused(string reason, params string[] files)
    {
        var result = HarnessProgram.Call(["merge", .. files]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }
}
