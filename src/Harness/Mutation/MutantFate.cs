using System.Text.Json.Serialization;

namespace Harness.Mutation;

/// <summary>What became of a mutant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MutantFate>))]
internal enum MutantFate
{
    /// <summary>Some chain came out wrong.</summary>
    Killed,

    /// <summary>No table that is right at all differs from it in what an unwinder can see.</summary>
    Equivalent,

    /// <summary>It is only different in rows that the fixture's header says can't be executed, and they were not.</summary>
    Declared,

    /// <summary>No unwind has used what it says otherwise.</summary>
    NeverExecuted,

    /// <summary>It was used, and all chains were right.</summary>
    Survived,
}
