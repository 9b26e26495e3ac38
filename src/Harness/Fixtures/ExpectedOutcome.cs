namespace Harness.Fixtures;

/// <summary>What a fixture says should come out.</summary>
internal enum ExpectedOutcome
{
    /// <summary>No diagnostics, and every frame right at every instruction.</summary>
    Pass,

    /// <summary>The analysis reports a certain diagnostic.</summary>
    Diagnostic,

    /// <summary>
    /// As <see cref="Pass"/>, but with a certain quirk frames are wrong. Its source is assembled with FAULT defined then:
    /// it may hold what later tools need and the old ones did not have.
    /// </summary>
    Quirk,

    /// <summary>As <see cref="Pass"/>, but with a certain other unwinder frames are wrong.</summary>
    Unwinder,

    /// <summary>As <see cref="Pass"/>, but frames are wrong when its source is assembled with FAULT defined.</summary>
    Fault,
}
