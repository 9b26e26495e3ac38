namespace Harness.Generation.Assembly.Frames;

/// <summary>How a function saves registers and makes room, and undoes it.</summary>
internal abstract class Frame
{
    /// <summary>The registers that a function must preserve, rbp apart.</summary>
    protected static readonly string[] PreservedRegisters = ["%rbx", "%r12", "%r13", "%r14", "%r15"];

    /// <summary>The production's name.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes that it takes up, the return address not counted: an upper bound.</summary>
    public abstract int Size { get; }

    /// <summary>Is the way to the caller counted from rsp throughout, so that rbp is free?</summary>
    public virtual bool IsCountedFromStackPointer => false;

    /// <summary>The operand that the function computes in.</summary>
    /// <param name="pushed">Bytes that the body has pushed.</param>
    public abstract string AccumulatorAt(int pushed);

    /// <summary>A word of its own that statements may use, or null.</summary>
    /// <param name="pushed">Bytes that the body has pushed.</param>
    public virtual string? LocalAt(int pushed) => null;

    /// <summary>Makes it. rdi and rsi must survive.</summary>
    public abstract void WritePrologue(FunctionWriter writer);

    /// <summary>Undoes it, from wherever the body is. rax must survive, and rdi.</summary>
    public abstract void WriteEpilogue(FunctionWriter writer);

    /// <summary>A few of the registers, in any order.</summary>
    protected static string[] ChooseRegisters(SplitMix64 random, IReadOnlyList<string> from, int atLeast, int atMost)
    {
        var left = from.ToList();
        var chosen = new string[random.Between(atLeast, Math.Min(atMost, from.Count))];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = random.Pick(left);
            left.Remove(chosen[i]);
        }

        return chosen;
    }

    /// <summary>Makes room in one of the ways to do that.</summary>
    protected static void MakeRoom(FunctionWriter writer, int bytes)
    {
        if (bytes == 0)
            return;
        if (bytes == 8 && writer.Random.Chance(50))
            writer.Emit("pushq\t%rax");
        else
            writer.Emit(writer.Random.Chance(80) ? $"subq\t${bytes}, %rsp" : $"leaq\t-{bytes}(%rsp), %rsp");
    }

    /// <summary>Gives room back.</summary>
    protected static void DropRoom(FunctionWriter writer, int bytes)
    {
        if (bytes == 0)
            return;
        if (bytes == 8 && writer.Random.Chance(50))
            writer.Emit("popq\t%rcx");
        else
            writer.Emit(writer.Random.Chance(80) ? $"addq\t${bytes}, %rsp" : $"leaq\t{bytes}(%rsp), %rsp");
    }
}
