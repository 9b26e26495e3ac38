namespace Emulator;

/// <summary>How a machine reads its general purpose registers.</summary>
public enum RegisterAccess
{
    /// <summary>In place when the CPU's state can be found inside the engine, else through the library.</summary>
    Automatic,

    /// <summary>Through the library always: slower by some 10 ns for the first of RSP, RBP at an instruction and 40 ns for the first other.</summary>
    Library,
}
