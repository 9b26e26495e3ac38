using Emulator.Native;

namespace Emulator;

// Privilege, segments, control and model specific registers.
public sealed unsafe partial class CpuState
{
    /// <summary>The current privilege level: 0 to 3.</summary>
    public int Cpl => IsDirect ? (int)(new CpuImage(_live).HiddenFlags & HiddenFlags.Cpl) : Cs & 3;

    /// <summary>The code segment's selector. The CPU keeps its low two bits equal to the CPL.</summary>
    public ushort Cs => IsDirect ? (ushort)new CpuImage(_live).Segment(SegmentRegister.Cs).Selector : (ushort)_engine.Read(UnicornRegister.Cs);

    /// <summary>The stack segment's selector.</summary>
    public ushort Ss => IsDirect ? (ushort)new CpuImage(_live).Segment(SegmentRegister.Ss).Selector : (ushort)_engine.Read(UnicornRegister.Ss);

    /// <summary>
    /// Whether the previous instruction was an sti that enabled interrupts, or loaded SS: the CPU then takes no maskable
    /// interrupt before the current one (SDM vol. 3, 6.8.1 and 6.8.3). Delivering one is up to the caller all the same.
    /// </summary>
    public bool InInterruptShadow => (ReadImage().HiddenFlags & HiddenFlags.InterruptShadow) != 0;

    /// <summary>Base of FS.</summary>
    public ulong FsBase
    {
        get => _engine.Read(UnicornRegister.FsBase);
        set => _engine.Write(UnicornRegister.FsBase, value);
    }

    /// <summary>Base of GS as it is now, on either side of swapgs.</summary>
    public ulong GsBase
    {
        get => _engine.Read(UnicornRegister.GsBase);
        set => _engine.Write(UnicornRegister.GsBase, value);
    }

    /// <summary>What swapgs would make the base of GS.</summary>
    public ulong KernelGsBase
    {
        get => ReadMsr(Msr.KernelGsBase);
        set => WriteMsr(Msr.KernelGsBase, value);
    }

    /// <summary>The address of the last page fault.</summary>
    public ulong Cr2
    {
        get => _engine.Read(UnicornRegister.Cr2);
        set => _engine.Write(UnicornRegister.Cr2, value);
    }

    /// <summary>A model specific register; 0 when Unicorn doesn't know it, which no exception tells.</summary>
    public ulong ReadMsr(uint index) => _engine.ReadMsr(index);

    /// <summary>Writes a model specific register; without effect when Unicorn doesn't know it.</summary>
    public void WriteMsr(uint index, ulong value) => _engine.WriteMsr(index, value);

    /// <summary>Makes both segments flat and sets the CPL, without the checks that a segment load makes.</summary>
    internal void LoadSegments(ushort code, ushort stack, int privilege)
    {
        var image = ReadImage();
        LoadSegments(image, code, stack, privilege);
        WriteBackImage();
    }

    /// <summary>
    /// What delivering an event does to privilege: from CPL 3, the kernel's code segment and the null stack segment (SDM
    /// vol. 3, 6.14.2); the shadow of an sti or mov ss ends.
    /// </summary>
    internal void EnterKernel(bool changesPrivilege)
    {
        var image = ReadImage();
        if (changesPrivilege)
            LoadSegments(image, Selector.KernelCode, stack: 0, privilege: 0);
        image.HiddenFlags &= ~HiddenFlags.InterruptShadow;
        WriteBackImage();
    }

    /// <summary>
    /// Takes the error code of the exception being reported and lets the CPU forget it. Left alone, Unicorn would think the
    /// next exception happened during this one: the second is then reported as #DF, and the third ends the run in silence.
    /// </summary>
    internal uint TakeException()
    {
        var image = ReadImage();
        var errorCode = image.ErrorCode;
        image.OldException = -1;
        WriteBackImage();
        return errorCode;
    }

    // The state in place, or a copy that WriteBackImage puts back.
    private CpuImage ReadImage()
    {
        if (IsDirect)
            return new CpuImage(_live);
        _engine.Save(_context);
        return new CpuImage(_context.Image);
    }

    private void WriteBackImage()
    {
        if (!IsDirect)
            _engine.Restore(_context);
    }

    private static void LoadSegments(CpuImage image, ushort code, ushort stack, int privilege)
    {
        image.Segment(SegmentRegister.Cs) = CachedSegment.Code(code, privilege);
        image.Segment(SegmentRegister.Ss) = CachedSegment.Data(stack, privilege);
        image.HiddenFlags = image.HiddenFlags & ~HiddenFlags.Cpl | (HiddenFlags)privilege;
    }
}
