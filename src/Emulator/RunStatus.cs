namespace Emulator;

/// <summary>Why a run ended.</summary>
public enum RunStatus
{
    /// <summary>The guest executed hlt; RIP is after it.</summary>
    Halted,

    /// <summary>The observer called <see cref="Machine.Stop"/>; RIP is at an instruction not yet executed.</summary>
    Stopped,

    /// <summary>The step budget is used up; RIP is at an instruction neither announced nor executed.</summary>
    BudgetUsedUp,

    /// <summary>The time is up; RIP is at an instruction neither announced nor executed.</summary>
    TimeUp,

    /// <summary><see cref="Machine.Cancel"/> was called; RIP is at an instruction neither announced nor executed.</summary>
    Cancelled,

    /// <summary>The observer did not deal with an exception; RIP is what its frame would hold.</summary>
    UnhandledException,

    /// <summary>The CPU shut itself down, as for a triple fault. The machine prevents the known causes; use it no further.</summary>
    Shutdown,
}
