namespace Harness.Generation.Assembly;

/// <summary>One way to continue a function: a shape of code with the name that coverage is counted by.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Weight">How often it is taken, compared with the others.</param>
/// <param name="Fits">Can it stand here?</param>
/// <param name="Write">Writes it.</param>
internal sealed record Production(string Name, int Weight, Predicate<FunctionWriter> Fits, Action<FunctionWriter> Write)
{
    /// <summary>One that can stand anywhere.</summary>
    public Production(string name, int weight, Action<FunctionWriter> write)
        : this(name, weight, _ => true, write)
    {
    }

    /// <summary>One of those that fit, by their weights.</summary>
    public static Production Choose(IReadOnlyList<Production> productions, FunctionWriter writer)
    {
        Production[] fitting = [.. productions.Where(production => production.Fits(writer))];
        var ticket = writer.Random.Below(fitting.Sum(production => production.Weight));
        return fitting.First(production => (ticket -= production.Weight) < 0);
    }
}
