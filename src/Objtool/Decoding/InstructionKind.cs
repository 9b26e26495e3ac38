namespace Objtool.Decoding;

/// <summary>What an instruction does to the flow of control: all that the analysis asks of most of them.</summary>
public enum InstructionKind : byte
{
    /// <summary>Goes on to the next instruction.</summary>
    Other,

    /// <summary>As <see cref="Other"/>, and harmless to never reach (90, 0f 0d, 0f 1f).</summary>
    Nop,

    /// <summary>endbr64, endbr32.</summary>
    Endbr,

    /// <summary>call to a fixed place.</summary>
    Call,

    /// <summary>call through a register or memory.</summary>
    DynamicCall,

    /// <summary>jmp to a fixed place.</summary>
    Jump,

    /// <summary>jcc, loop, jrcxz.</summary>
    ConditionalJump,

    /// <summary>jmp through a register or memory.</summary>
    DynamicJump,

    /// <summary>jcc to a thunk that jumps through a register.</summary>
    ConditionalDynamicJump,

    /// <summary>Near return (c2, c3).</summary>
    Return,

    /// <summary>iret, iretq.</summary>
    InterruptReturn,

    /// <summary>syscall, sysenter.</summary>
    SystemCall,

    /// <summary>sysret, sysexit.</summary>
    SystemReturn,

    /// <summary>Far jump or return.</summary>
    FarTransfer,

    /// <summary>int3: padding that must not be reached, or a breakpoint.</summary>
    Trap,

    /// <summary>ud2, ud1: raises #UD; a dead end unless the kernel's handler goes on after it (WARN).</summary>
    Bug,

    /// <summary>hlt.</summary>
    Halt,
}
