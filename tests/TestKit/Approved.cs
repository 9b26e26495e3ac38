using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace TestKit;

/// <summary>
/// Texts that a person has read and approved: <c>tests/approved/NAME.verified.txt</c>. A text that differs is written beside it
/// as <c>NAME.received.txt</c> and the test fails with the difference; HARNESS_ACCEPT=1 takes it over.
/// </summary>
internal static class Approved
{
    private const string AcceptVariable = "HARNESS_ACCEPT";
    private const int ContextLines = 2;

    /// <summary>Compares a text, with line ends as \n, to the approved one of that name (folders allowed).</summary>
    public static void Verify(string name, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", "approved", name);
        var (verified, received) = ($"{path}.verified.txt", $"{path}.received.txt");
        var approved = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == approved)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(verified, text);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{name} is not what was approved ({received}):\n{Difference(approved, text)}read it, then run again with {AcceptVariable}=1 to accept");
    }

    private static string Difference(string approved, string text)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(approved, text).Lines;
        var shown = new List<string>();
        for (var i = 0; i < lines.Count && shown.Count < 60; i++)
        {
            var near = lines.Skip(i - ContextLines).Take((2 * ContextLines) + 1).Any(line => line.Type != ChangeType.Unchanged);
            if (near)
                shown.Add($"{Mark(lines[i].Type)} {lines[i].Text}\n");
        }

        return string.Concat(shown);
    }

    private static char Mark(ChangeType type) => type switch
    {
        ChangeType.Inserted => '+',
        ChangeType.Deleted => '-',
        _ => ' ',
    };
}
