namespace Harness.Generation.Assembly.Frames;

/// <summary>All shapes of frames: the table that one is chosen from.</summary>
internal static class FrameShapes
{
    private static readonly (string Name, int Weight, Func<SplitMix64, Frame> Make)[] _table =
    [
        ("none", 2, random => new StackPointerFrame(random, 0, 0, 0, 0) { Name = "none" }),
        ("pushes", 4, random => new StackPointerFrame(random, 1, 6, 0, 1) { Name = "pushes" }),
        ("room", 2, random => new StackPointerFrame(random, 0, 0, 1, 8) { Name = "room" }),
        ("pushes and room", 3, random => new StackPointerFrame(random, 1, 4, 2, 40) { Name = "pushes and room" }),
        ("saves by mov", 3, random => new StackPointerFrame(random, 1, 5, 1, 6, byMov: true) { Name = "saves by mov" }),
        ("frame pointer", 4, random => new FramePointerFrame(random) { Name = "frame pointer" }),
        ("frame pointer, saves by mov", 2, random => new FramePointerFrame(random, byMov: true) { Name = "frame pointer, saves by mov" }),
        ("frame pointer second", 2, random => new FramePointerFrame(random, before: 2) { Name = "frame pointer second" }),
        ("frame pointer, variable room", 2, random => new FramePointerFrame(random, isVariable: true) { Name = "frame pointer, variable room" }),
        ("realigned", 3, random => new FramePointerFrame(random, alignment: random.Pick([16, 32, 64, 256])) { Name = "realigned" }),
        ("realigned second", 1, random => new FramePointerFrame(random, before: 1, alignment: 32) { Name = "realigned second" }),
        ("drap r10", 3, random => new DrapFrame(random, "%r10") { Name = "drap r10" }),
        ("drap r13", 2, random => new DrapFrame(random, "%r13") { Name = "drap r13" }),
        ("kept stack pointer", 2, random => new KeptStackPointerFrame(random) { Name = "kept stack pointer" }),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => _table.Select(shape => shape.Name);

    /// <summary>One for a function.</summary>
    public static Frame Choose(FunctionWriter writer)
    {
        var ticket = writer.Random.Below(_table.Sum(shape => shape.Weight));
        return _table.First(shape => (ticket -= shape.Weight) < 0).Make(writer.Random);
    }
}
