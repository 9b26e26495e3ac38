namespace Harness.Bugs;

/// <summary>
/// A chain as a person writes it, nearest first: <c>leaf &lt;- main+0xe &lt;- ...</c>. A name without an offset stands for any
/// place of the function, dots at the end for whatever follows.
/// </summary>
internal sealed class ExpectedChain
{
    private const string Separator = "<-";
    private const string Rest = "...";

    private readonly string[] _names;
    private readonly bool _mayGoOn;

    private ExpectedChain(string[] names, bool mayGoOn) => (_names, _mayGoOn) = (names, mayGoOn);

    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">There is a place without a name.</exception>
    public static ExpectedChain Parse(string text)
    {
        string[] names = [.. text.Split(Separator).Select(name => name.Trim())];
        var mayGoOn = names.Length > 1 && names[^1] == Rest;
        if (mayGoOn)
            names = names[..^1];
        return names.Any(name => name.Length == 0 || name.Contains(' ', StringComparison.Ordinal) || name == Rest)
            ? throw new InputException($"--expect '{text}': expected names separated by '{Separator}', such as 'leaf {Separator} main+0xe {Separator} {Rest}'")
            : new ExpectedChain(names, mayGoOn);
    }

    /// <summary>Are these the places, all of them?</summary>
    public bool Matches(IReadOnlyList<string> places) =>
        (places.Count == _names.Length || (_mayGoOn && places.Count > _names.Length))
        && _names.Zip(places).All(pair => pair.Second == pair.First || (!pair.First.Contains('+', StringComparison.Ordinal) && FunctionOf(pair.Second) == pair.First));

    private static string FunctionOf(string place) => place.LastIndexOf('+') is >= 0 and var plus ? place[..plus] : place;
}
