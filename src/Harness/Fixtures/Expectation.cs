using Undwarf.Quirks;
using Unwinder;

namespace Harness.Fixtures;

/// <summary>The <c>expect=</c> of a fixture's header.</summary>
/// <param name="Outcome">What should come out.</param>
/// <param name="DiagnosticId">The stable id of the diagnostic, for <see cref="ExpectedOutcome.Diagnostic"/>.</param>
/// <param name="Quirk">The fault of the past that makes it fail, for <see cref="ExpectedOutcome.Quirk"/>.</param>
/// <param name="Unwinder">The unwinder with which it fails, for <see cref="ExpectedOutcome.Unwinder"/>.</param>
internal readonly record struct Expectation(
    ExpectedOutcome Outcome, string? DiagnosticId = null, Quirk? Quirk = null, UnwinderKind Unwinder = UnwinderKind.Undwarf);
