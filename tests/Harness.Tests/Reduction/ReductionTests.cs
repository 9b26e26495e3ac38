using Harness.Bugs;
using Harness.Fixtures;
using Harness.Reduction;
using Harness.Tests.Kit;
using Harness.Verification;

namespace Harness.Tests.Reduction;

/// <summary>A fixture with much in it that has nothing to do with its failure comes back small, and fails as it did.</summary>
public sealed class ReductionTests
{
    private const int Unrelated = 300;

    private static readonly IReadOnlyList<Fixture> _bugs =
        [.. FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null)
            .Where(fixture => Fault.Of(fixture) is not null && fixture.Kind == FixtureKind.Assembly)
            // What is unrelated must not land in code whose length is counted.
            .Where(fixture => !File.ReadAllText(fixture.Path).Contains("ALTERNATIVE_BEGIN", StringComparison.Ordinal))];

    public static TheoryData<string> Some => ["bugs/drap-push-twice", "bugs/sp-indirect-push", "bugs/rbp-as-argument"];

    [Theory]
    [MemberData(nameof(Some))]
    public void InflatedBug_ComesBackSmall(string name) => AssertComesBackSmall(name);

    /// <summary>Takes minutes: ./test --explicit only --filter-method '*EveryInflatedBug*'.</summary>
    [Fact(Explicit = true)]
    public void EveryInflatedBug_ComesBackSmall() => Assert.Multiple([.. _bugs.Select(fixture => (Action)(() => AssertComesBackSmall(fixture.Name)))]);

    [Fact]
    public void FixtureThatPasses_IsRefused()
    {
        var exception = Assert.Throws<InputException>(() => Reducer().Reduce(Source.Named("functions/leaf")));
        Assert.EndsWith("points is right: there is nothing to reduce", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A fixture without any fault of the past, whose own hint is wrong.</summary>
    [Fact]
    public void WrongHint_IsAllThatIsLeft()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "what a wrong hint", """
            FUNCTION unrelated
                pushq   %rbx
                movl    $3, %ebx
                movl    %ebx, %eax
                popq    %rbx
                ret
            END_FUNCTION unrelated
            FUNCTION wrong
                subq    $40, %rsp
                call    unrelated
                UNWIND_HINT_FUNC cfa_offset=40
                nop
                UNWIND_HINT_FUNC cfa_offset=48
                addq    $40, %rsp
                ret
            END_FUNCTION wrong
            FUNCTION main
                pushq   %rbx
                call    unrelated
                call    wrong
                call    unrelated
                popq    %rbx
                ret
            END_FUNCTION main
            """);
        var (source, _) = Reducer().Reduce(fixture);
        Assert.DoesNotContain("unrelated", source, StringComparison.Ordinal);
        Assert.Contains("cfa_offset=40", source, StringComparison.Ordinal);
        Assert.True(LinesOf(source) <= 16, source);

        var again = FixtureDiscovery.Read(scratch.Write("reduced.s", source));
        Assert.NotEmpty(Verifying.Run(again).Mismatches);
        Assert.Equal(source, Reducer().Reduce(fixture).Source);
    }

    private static void AssertComesBackSmall(string name)
    {
        var original = _bugs.Single(fixture => fixture.Name == name);
        using var scratch = new Scratch();
        var inflated = FixtureDiscovery.Read(scratch.Write("inflated.s", Inflate(File.ReadAllText(original.Path))));
        var (source, _) = Reducer().Reduce(inflated);

        Assert.True(LinesOf(source) <= 1.5 * LinesOf(File.ReadAllText(original.Path)), source);
        var reduced = FixtureDiscovery.Read(scratch.Write("reduced.s", source));
        var reproduction = new BugReproducer(Verifying.Preparer, new VerificationOptions()).Reproduce(reduced, Fault.Of(reduced)!);
        Assert.True(reproduction.IsReproduced, $"{ReproductionWriter.Write(reproduction)}\n{source}");
    }

    private static FixtureReducer Reducer() => new(Verifying.Preparer, new VerificationOptions());

    private static int LinesOf(string source) => source.Split('\n').Count(line => line.Trim() is { Length: > 0 } text && text[0] != '#');

    /// <summary>Instructions without an effect on anything, behind random instructions of functions.</summary>
    private static string Inflate(string source)
    {
        string[] unrelated = ["nop", "movq %r11, %r11", "leaq (%r9), %r9", "movl $5, %r11d", "nopl (%rax)", "movq $77, %r9"];
        var random = new Random(20170628);
        var lines = source.Split('\n').ToList();
        for (var added = 0; added < Unrelated;)
        {
            var at = random.Next(lines.Count);
            var isInFunction = lines.Take(at).LastOrDefault(line => line.Contains("FUNCTION", StringComparison.Ordinal)) is { } last
                && last.StartsWith("FUNCTION", StringComparison.Ordinal);
            if (!isInFunction || !lines[at].StartsWith('\t') || lines[at].StartsWith("\t.", StringComparison.Ordinal)
                || at == 0 || !lines[at - 1].StartsWith('\t') || lines[at - 1].Contains("ANNOTATE", StringComparison.Ordinal) || lines[at].Contains("HINT", StringComparison.Ordinal))
                continue;
            lines.Insert(at, $"\t{unrelated[random.Next(unrelated.Length)]}");
            added++;
        }

        return string.Join('\n', lines);
    }
}
