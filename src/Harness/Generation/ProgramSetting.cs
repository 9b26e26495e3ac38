namespace Harness.Generation;

/// <summary>One way in which a generated source is made into code.</summary>
/// <param name="Name">What it is called in results.</param>
/// <param name="Tool">The compiler or assembler.</param>
/// <param name="Package">The Debian package that it is in.</param>
/// <param name="Options">Its options, without input and output.</param>
internal sealed record ProgramSetting(string Name, string Tool, string Package, IReadOnlyList<string> Options);
