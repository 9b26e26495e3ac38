namespace Emulator;

/// <summary>The bits of RFLAGS (SDM vol. 1, 3.4.3).</summary>
[Flags]
public enum Rflags : ulong
{
    /// <summary>No bit.</summary>
    None = 0,

    /// <summary>Carry.</summary>
    Cf = 1 << 0,

    /// <summary>Always set.</summary>
    Fixed = 1 << 1,

    /// <summary>Parity of the low byte.</summary>
    Pf = 1 << 2,

    /// <summary>Carry out of bit 3.</summary>
    Af = 1 << 4,

    /// <summary>Zero.</summary>
    Zf = 1 << 6,

    /// <summary>Sign.</summary>
    Sf = 1 << 7,

    /// <summary>Trap: #DB after each instruction.</summary>
    Tf = 1 << 8,

    /// <summary>Maskable interrupts enabled.</summary>
    If = 1 << 9,

    /// <summary>String instructions go down.</summary>
    Df = 1 << 10,

    /// <summary>Overflow.</summary>
    Of = 1 << 11,

    /// <summary>I/O privilege level, two bits.</summary>
    Iopl = 3 << 12,

    /// <summary>Nested task.</summary>
    Nt = 1 << 14,

    /// <summary>Resume: no instruction breakpoint on the next instruction.</summary>
    Rf = 1 << 16,

    /// <summary>Virtual-8086 mode.</summary>
    Vm = 1 << 17,

    /// <summary>Alignment check; with SMAP, access to user pages allowed.</summary>
    Ac = 1 << 18,

    /// <summary>Virtual interrupt flag.</summary>
    Vif = 1 << 19,

    /// <summary>Virtual interrupt pending.</summary>
    Vip = 1 << 20,

    /// <summary>CPUID available.</summary>
    Id = 1 << 21,
}
