using System.Globalization;
using Emulator;
using Harness.Toolchain;
using Undwarf;
using Unwinder.Stacks;

namespace Harness.Benchmarks;

/// <summary>The C program that verifies the same guest with the same library: bench/peers/verify.c.</summary>
internal sealed class CompiledPeer : IDisposable
{
    private const ulong Magic = 0x3176_6e65_6268_6375;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harness-bench-");
    private readonly string _program;

    /// <summary>Compiles it.</summary>
    /// <exception cref="MissingPrerequisiteException">There is no C compiler.</exception>
    /// <exception cref="InputException">It could not be compiled.</exception>
    public CompiledPeer()
    {
        _program = Path.Combine(_folder.FullName, "verify");
        ExternalTool.RunOrThrow(FixtureCompiler.DefaultCompiler, "gcc", ["-O2", "-o", _program, RepositoryFolders.BenchmarkFile("peers/verify.c"), "-ldl"]);
    }

    /// <summary>What runs a program of the benchmark there.</summary>
    /// <param name="workload">The program.</param>
    /// <param name="hook"><c>full</c>, or <c>empty</c> for a hook that does nothing.</param>
    public Func<long, RateSample> Measure(Workload workload, string hook)
    {
        var image = Path.Combine(_folder.FullName, $"image-{Guid.NewGuid():N}");
        using (var writer = new BinaryWriter(File.Create(image)))
            Write(writer, workload);
        return amount =>
        {
            var output = ExternalTool.RunOrThrow(_program, "libunicorn2", [image, amount.ToString(CultureInfo.InvariantCulture), hook]);
            var numbers = output.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            if (numbers is not [var points, _, 0, var nanoseconds])
                throw new InputException($"the C program finds wrong points: {output}");
            return new RateSample(points, TimeSpan.FromMicroseconds(nanoseconds / 1e3));
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The format is described in the C source.</summary>
    private static void Write(BinaryWriter writer, Workload workload)
    {
        var (context, image) = (workload.Context, workload.Context.Image);
        context.SetEntry(Workload.EntrySymbol);
        context.ResetStackPointer();
        var stack = context.Stacks[StackKind.Task];
        ulong[] head =
        [
            Magic, context.Root, context.Machine.Cpu.Rsp, context.Machine.Cpu[Gpr.Rax],
            image.Require(Workload.CounterSymbol), Workload.InstructionsPerIteration,
            stack.Begin, stack.End, image.KernelText.Begin, image.KernelText.End,
        ];
        Array.ForEach(head, writer.Write);

        writer.Write((ulong)context.Machine.Memory.Regions.Count);
        foreach (var region in context.Machine.Memory.Regions)
        {
            writer.Write(region.Base);
            writer.Write(region.Size);
            writer.Write((ulong)region.Protection);
            writer.Write(region.Bytes);
        }

        writer.Write((ulong)image.Table.Count);
        Span<byte> entry = stackalloc byte[UndwarfV2Format.Extended.EntrySize];
        for (var row = 0; row < image.Table.Count; row++)
        {
            UndwarfV2Format.Extended.Encode(image.Table[row].Entry, entry);
            writer.Write(image.Table.AddressOf(row));
            writer.Write(entry);
        }
    }
}
