using Emulator.Native;

namespace Emulator;

// What the CPU can do.
public sealed unsafe partial class CpuState
{
    // Where in the state, counted from the registers, the feature words may be.
    private const int FeaturesFrom = 4096;
    private const int FeaturesTo = 8192;

    // Indices of the feature words, 8 bytes each, in the order of QEMU's FeatureWord.
    private const int Leaf1Edx = 0;
    private const int Leaf1Ecx = 1;
    private const int Leaf7Ebx = 2;
    private const int ExtendedLeaf1Edx = 6;

    /// <summary>
    /// Whether popcnt, movbe, pclmulqdq, xsave, rdrand, rdseed, fsgsbase, clflushopt and clwb are executed; they are #UD
    /// otherwise. They are when <see cref="IsDirect"/>, except in a library of unknown shape.
    /// </summary>
    public bool HasExtendedFeatures { get; private set; }

    /// <summary>
    /// Switches instructions on that Unicorn has and its default CPU model hides; choosing another model has no effect. Counts
    /// for code translated from now on. Expects RDX and RCX to be what cpuid answered for leaf 1: that is how the words are found.
    /// </summary>
    internal void EnableFeatures()
    {
        if (!IsDirect)
            return;
        var (edx, ecx) = (this[Gpr.Rdx], this[Gpr.Rcx]);
        for (var offset = FeaturesFrom; offset < FeaturesTo; offset += sizeof(ulong))
        {
            var words = (ulong*)(_live + offset);
            if (words[Leaf1Edx] != edx || words[Leaf1Ecx] != ecx)
                continue;
            words[Leaf1Ecx] |= (ulong)(Leaf1EcxFeatures.Pclmulqdq | Leaf1EcxFeatures.Movbe | Leaf1EcxFeatures.Popcnt | Leaf1EcxFeatures.Xsave | Leaf1EcxFeatures.Rdrand);
            words[Leaf7Ebx] |= (ulong)(Leaf7EbxFeatures.FsGsBase | Leaf7EbxFeatures.Rdseed | Leaf7EbxFeatures.Clflushopt | Leaf7EbxFeatures.Clwb);
            words[ExtendedLeaf1Edx] |= (ulong)(ExtendedLeaf1EdxFeatures.Syscall | ExtendedLeaf1EdxFeatures.NoExecute);
            HasExtendedFeatures = true;
            return;
        }
    }

    // SDM vol. 2, CPUID
    private enum Leaf1EcxFeatures : uint
    {
        Pclmulqdq = 1 << 1,
        Movbe = 1 << 22,
        Popcnt = 1 << 23,
        Xsave = 1 << 26,
        Rdrand = 1 << 30,
    }

    private enum Leaf7EbxFeatures : uint
    {
        FsGsBase = 1 << 0,
        Rdseed = 1 << 18,
        Clflushopt = 1 << 23,
        Clwb = 1 << 24,
    }

    private enum ExtendedLeaf1EdxFeatures : uint
    {
        Syscall = 1 << 11,
        NoExecute = 1 << 20,
    }
}
