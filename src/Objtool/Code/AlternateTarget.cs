namespace Objtool.Code;

/// <summary>Another place at which control may go on instead of executing an instruction.</summary>
/// <param name="Instruction">Number of the instruction there.</param>
/// <param name="ReplacesOriginal">The instruction itself is not to be analysed.</param>
internal readonly record struct AlternateTarget(int Instruction, bool ReplacesOriginal);
