namespace Emulator.Native;

/// <summary>
/// A copy of the 16 registers and RIP, filled by batched reads in two steps: what nearly every unwind wants, then the rest.
/// Stands in for CPUX86State where that can't be read in place.
/// </summary>
internal sealed unsafe class RegisterMirror
{
    // Batch order: the stack pair first, so that one call reads a prefix of these tables.
    private const int StackPairCount = 2;

    // Pinned arrays, as the library keeps no pointer past the call but the machine keeps these for its whole life.
    private readonly ulong[] _values = GC.AllocateArray<ulong>(CpuImage.RegisterCount, pinned: true);
    private readonly UnicornRegister[] _numbers = GC.AllocateArray<UnicornRegister>(CpuImage.RegisterCount, pinned: true);
    private readonly nint[] _places = GC.AllocateArray<nint>(CpuImage.RegisterCount, pinned: true);

    public RegisterMirror()
    {
        Span<int> order = [(int)Gpr.Rsp, (int)Gpr.Rbp, 0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, CpuImage.RipIndex];
        for (var i = 0; i < order.Length; i++)
        {
            _numbers[i] = order[i] == CpuImage.RipIndex ? UnicornRegister.Rip : GprNumbers.Of((Gpr)order[i]);
            _places[i] = (nint)(Values + order[i]);
        }
    }

    /// <summary>The copy, in the order of <see cref="Gpr"/>, then RIP. Valid as long as this object.</summary>
    public ulong* Values
    {
        get
        {
            fixed (ulong* values = _values)
                return values;
        }
    }

    public void FillStackPair(Engine engine) => Fill(engine, StackPairCount);

    public void FillAll(Engine engine) => Fill(engine, CpuImage.RegisterCount);

    private void Fill(Engine engine, int count)
    {
        fixed (UnicornRegister* numbers = _numbers)
        fixed (nint* places = _places)
            engine.ReadBatch(numbers, (void**)places, count);
    }
}
