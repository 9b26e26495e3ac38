namespace Objtool.Diagnostics;

/// <summary>
/// Everything that the analysis can find fault with. <see cref="DiagnosticCatalog"/> has the stable id and the wording
/// of each.
/// </summary>
public enum DiagnosticKind
{
    /// <summary>Nothing.</summary>
    None,

    // The walk over the instructions: warnings.
    UnreachableInstruction,
    StackStateMismatch,
    ReturnWithModifiedFrame,
    CallWithoutFramePointer,
    SiblingCallWithModifiedFrame,
    UnsupportedInstructionInFunction,
    BpAsScratchRegister,
    UnsupportedStackRegisterModification,
    UnsupportedRealignment,
    UndefinedStackState,
    UnknownStackInstruction,
    UnknownStackMemoryOperation,
    FallsThroughToNextFunction,
    UnexpectedEndOfSection,
    NoSaveForRestore,
    UnsupportedSaveRestore,
    MissingSizeAnnotation,
    WalkedIgnoredFunction,
    AlternativeLayoutConflict,
    EmptyAlternative,

    // What the object file says of its code: the file can't be analysed.
    UndecodableInstruction,
    MissingFunctionStart,
    MissingJumpDestination,
    MissingCallDestination,
    UnannotatedIntraFunctionCall,
    CallToNonFunction,
    MissingParentFunction,
    UnreachableAnnotationRelocation,
    MissingUnreachableInstruction,
    SpecialSectionSize,
    SpecialRelocationMissing,
    SpecialOriginalMissing,
    SpecialTargetMissing,
    JumpLabelUnsupported,
    AlternativeRelocationUnsupported,
    AlternativeEndMissing,
    IntraFunctionCallMisplaced,
    HintsWithoutRelocations,
    HintSizeMismatch,
    HintWithoutRelocation,
    HintWithoutInstruction,
    HintRegisterUnsupported,
    HintTypeUnknown,

    // Writing the table.
    UnknownCfaBase,
    UnknownBpBase,
    OffsetOutOfRange,
    AlreadyHasTable,
    MissingSectionSymbol,
    NotRelocatable,
}
