namespace Unwinder.Dwarf.Records;

/// <summary>A CIE: what a group of functions have in common.</summary>
public sealed class CommonInformation
{
    /// <summary>The section it is in.</summary>
    public required FrameSection Section { get; init; }

    /// <summary>Where in the section it begins.</summary>
    public required int Offset { get; init; }

    /// <summary>1, 3 or 4.</summary>
    public required byte Version { get; init; }

    /// <summary>Letters that say what else is in it: z R P L S B.</summary>
    public required string Augmentation { get; init; }

    /// <summary>Bytes of one step of a program's advance.</summary>
    public required ulong CodeAlignment { get; init; }

    /// <summary>What the factored offsets of programs are multiplied by: -8 in all that compilers write.</summary>
    public required long DataAlignment { get; init; }

    /// <summary>The column of the return address.</summary>
    public required DwarfRegister ReturnAddress { get; init; }

    /// <summary>How FDEs store addresses (R).</summary>
    public required PointerEncoding Addresses { get; init; }

    /// <summary>
    /// The functions are entered by an interrupt or a signal rather than a call (S): their caller's ip is an
    /// instruction that was not executed yet, and is looked up itself.
    /// </summary>
    public required bool IsSignalFrame { get; init; }

    /// <summary>The program that makes every FDE's first row.</summary>
    public required ProgramRange Program { get; init; }
}
