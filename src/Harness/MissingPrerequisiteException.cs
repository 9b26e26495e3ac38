namespace Harness;

/// <summary>A program or library that this machine does not have. The message says how to install it.</summary>
internal sealed class MissingPrerequisiteException(string message) : Exception(message);
