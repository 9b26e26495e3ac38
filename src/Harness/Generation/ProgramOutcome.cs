using System.Text.Json.Serialization;

namespace Harness.Generation;

/// <summary>What came of a generated program.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgramOutcome>))]
internal enum ProgramOutcome
{
    /// <summary>No warning, the right result, and every frame right at every instruction.</summary>
    Clean,

    /// <summary>
    /// Compilers left code that nothing reaches: behind the call of a function that never returns, say. The analysis says
    /// so, as the kernel's does, and everything else was right.
    /// </summary>
    UnreachableCode,

    /// <summary>It was still running when its instructions were used up. What ran was right.</summary>
    TooLong,

    /// <summary>It needs more stack than the kernel has. What ran was right.</summary>
    StackOverflow,

    /// <summary>Frames came out wrong.</summary>
    WrongFrames,

    /// <summary>The analysis warned of code that is in order.</summary>
    Warning,

    /// <summary>Its result was not that of the same code on the processor.</summary>
    WrongResult,

    /// <summary>The processor's result was not that of the same source compiled otherwise.</summary>
    OtherResult,

    /// <summary>It did what no correct program does, or was not run.</summary>
    Fault,

    /// <summary>Its source could not be made or compiled.</summary>
    NotBuilt,
}
