using Emulator;

namespace Harness;

/// <summary>What a command needs of the machine.</summary>
internal static class Prerequisites
{
    /// <exception cref="MissingPrerequisiteException">libunicorn can't be loaded.</exception>
    public static void RequireUnicorn()
    {
        if (UnicornLibrary.Probe().Problem is { } problem)
            throw new MissingPrerequisiteException($"{problem}; install the package libunicorn2 (apt-get install libunicorn2)");
    }
}
