using System.Collections.Frozen;

namespace Objtool.Diagnostics;

/// <summary>
/// The stable id and the severity of each kind of diagnostic. Fixtures name the ids (<c>expect=diagnostic:...</c>), so
/// they do not change once they are here.
/// </summary>
public static class DiagnosticCatalog
{
    private static readonly (DiagnosticKind Kind, string Id, Severity Severity)[] _all =
    [
        (DiagnosticKind.UnreachableInstruction, "unreachable-instruction", Severity.Warning),
        (DiagnosticKind.StackStateMismatch, "stack-state-mismatch", Severity.Warning),
        (DiagnosticKind.ReturnWithModifiedFrame, "return-with-modified-frame", Severity.Warning),
        (DiagnosticKind.CallWithoutFramePointer, "call-without-frame-pointer", Severity.Warning),
        (DiagnosticKind.SiblingCallWithModifiedFrame, "sibling-call-with-modified-frame", Severity.Warning),
        (DiagnosticKind.UnsupportedInstructionInFunction, "unsupported-instruction-in-function", Severity.Warning),
        (DiagnosticKind.BpAsScratchRegister, "bp-as-scratch-register", Severity.Warning),
        (DiagnosticKind.UnsupportedStackRegisterModification, "unsupported-stack-register-modification", Severity.Warning),
        (DiagnosticKind.UnsupportedRealignment, "unsupported-realignment", Severity.Warning),
        (DiagnosticKind.UndefinedStackState, "undefined-stack-state", Severity.Warning),
        (DiagnosticKind.UnknownStackInstruction, "unknown-stack-instruction", Severity.Warning),
        (DiagnosticKind.UnknownStackMemoryOperation, "unknown-stack-memory-operation", Severity.Warning),
        (DiagnosticKind.FallsThroughToNextFunction, "falls-through-to-next-function", Severity.Warning),
        (DiagnosticKind.UnexpectedEndOfSection, "unexpected-end-of-section", Severity.Warning),
        (DiagnosticKind.NoSaveForRestore, "no-save-for-restore", Severity.Warning),
        (DiagnosticKind.UnsupportedSaveRestore, "unsupported-save-restore", Severity.Warning),
        (DiagnosticKind.MissingSizeAnnotation, "missing-size-annotation", Severity.Warning),
        (DiagnosticKind.WalkedIgnoredFunction, "walked-ignored-function", Severity.Warning),
        (DiagnosticKind.AlternativeLayoutConflict, "alternative-layout-conflict", Severity.Warning),
        (DiagnosticKind.EmptyAlternative, "empty-alternative", Severity.Warning),
        (DiagnosticKind.UndecodableInstruction, "undecodable-instruction", Severity.Error),
        (DiagnosticKind.MissingFunctionStart, "missing-function-start", Severity.Error),
        (DiagnosticKind.MissingJumpDestination, "missing-jump-destination", Severity.Error),
        (DiagnosticKind.MissingCallDestination, "missing-call-destination", Severity.Error),
        (DiagnosticKind.UnannotatedIntraFunctionCall, "unannotated-intra-function-call", Severity.Error),
        (DiagnosticKind.CallToNonFunction, "call-to-non-function", Severity.Error),
        (DiagnosticKind.MissingParentFunction, "missing-parent-function", Severity.Error),
        (DiagnosticKind.UnreachableAnnotationRelocation, "unreachable-annotation-relocation", Severity.Error),
        (DiagnosticKind.MissingUnreachableInstruction, "missing-unreachable-instruction", Severity.Error),
        (DiagnosticKind.SpecialSectionSize, "special-section-size", Severity.Error),
        (DiagnosticKind.SpecialRelocationMissing, "special-relocation-missing", Severity.Error),
        (DiagnosticKind.SpecialOriginalMissing, "special-original-missing", Severity.Error),
        (DiagnosticKind.SpecialTargetMissing, "special-target-missing", Severity.Error),
        (DiagnosticKind.JumpLabelUnsupported, "jump-label-unsupported", Severity.Error),
        (DiagnosticKind.AlternativeRelocationUnsupported, "alternative-relocation-unsupported", Severity.Error),
        (DiagnosticKind.AlternativeEndMissing, "alternative-end-missing", Severity.Error),
        (DiagnosticKind.IntraFunctionCallMisplaced, "intra-function-call-misplaced", Severity.Error),
        (DiagnosticKind.HintsWithoutRelocations, "hints-without-relocations", Severity.Error),
        (DiagnosticKind.HintSizeMismatch, "hint-size-mismatch", Severity.Error),
        (DiagnosticKind.HintWithoutRelocation, "hint-without-relocation", Severity.Error),
        (DiagnosticKind.HintWithoutInstruction, "hint-without-instruction", Severity.Error),
        (DiagnosticKind.HintRegisterUnsupported, "hint-register-unsupported", Severity.Error),
        (DiagnosticKind.HintTypeUnknown, "hint-type-unknown", Severity.Error),
        (DiagnosticKind.UnknownCfaBase, "unknown-cfa-base", Severity.Error),
        (DiagnosticKind.UnknownBpBase, "unknown-bp-base", Severity.Error),
        (DiagnosticKind.OffsetOutOfRange, "offset-out-of-range", Severity.Error),
        (DiagnosticKind.AlreadyHasTable, "already-has-table", Severity.Error),
        (DiagnosticKind.MissingSectionSymbol, "missing-section-symbol", Severity.Error),
        (DiagnosticKind.NotRelocatable, "not-relocatable", Severity.Error),
    ];

    private static readonly FrozenDictionary<DiagnosticKind, (string Id, Severity Severity)> _byKind =
        _all.ToFrozenDictionary(entry => entry.Kind, entry => (entry.Id, entry.Severity));

    /// <summary>Every kind, in the order of their ids' documentation.</summary>
    public static IEnumerable<DiagnosticKind> Kinds => _all.Select(entry => entry.Kind);

    /// <summary>The stable id of a kind: <c>stack-state-mismatch</c>.</summary>
    public static string IdOf(DiagnosticKind kind) => _byKind[kind].Id;

    /// <summary>Whether a kind stops the analysis of its file.</summary>
    public static Severity SeverityOf(DiagnosticKind kind) => _byKind[kind].Severity;
}
