using Harness.Fixtures;
using Harness.Tests.Kit;
using Harness.Toolchain;
using Harness.Verification;
using TestKit;

namespace Harness.Tests.Verification;

/// <summary>
/// The C programs of tests/Corpus, executed: the rows of what compilers make of switches, labels as values and other code
/// are right where it runs, also where another objtool has no opinion.
/// </summary>
public sealed class CompiledCodeTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Corpus");

    public static TheoryData<string, string> Few => new(
    [
        ("gcc", "-O2 -fjump-tables -mcmodel=small -fPIC"),
        ("gcc", "-O0 -fjump-tables"),
        ("clang", "-Os -fjump-tables -mcmodel=small -fPIC"),
        ("clang", "-O3 -fjump-tables -mcmodel=small -fPIC"),
    ]);

    public static TheoryData<string, string> Many => new(
        from compiler in new[] { "gcc", "clang" }
        from level in new[] { "-O0", "-O1", "-O2", "-O3", "-Os" }
        from model in new[] { "-mcmodel=kernel", "-mcmodel=small -fPIC" }
        from variant in new[] { "", "-fno-omit-frame-pointer", "-ffunction-sections", "-fno-optimize-sibling-calls", "-mtune=atom" }
        select (compiler, $"{level} -fjump-tables {model} {variant}".Trim()));

    [Theory]
    [MemberData(nameof(Few))]
    public void Programs_AreUnwoundFromEverywhere(string compiler, string options) => Check(compiler, options);

    [Theory(Explicit = true)]
    [MemberData(nameof(Many), DisableDiscoveryEnumeration = true)]
    public void ProgramsWithAllOptions_AreUnwoundFromEverywhere(string compiler, string options) => Check(compiler, options);

    private static void Check(string compiler, string options)
    {
        Programs.Require(compiler);
        var preparer = new FixturePreparer(new FixtureCompiler(compiler, options.Split(' '), RepositoryFolders.Include));
        var verifier = new FixtureVerifier(preparer, new VerificationOptions());
        foreach (var program in Directory.EnumerateFiles(Folder, "*.c"))
        {
            var report = verifier.Verify(FixtureDiscovery.Read(program));
            Verifying.AssertPassed(report);
            Assert.NotEqual(0, report.Counters.Frames);
        }
    }
}
