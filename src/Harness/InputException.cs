namespace Harness;

/// <summary>An input that can't be used. The message is one line that names the file, the place and the reason.</summary>
internal class InputException(string message) : Exception(message);
