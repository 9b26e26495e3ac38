# harness: what the saved state lies on a way that does not lead to the restore
# harness: expect=diagnostic:unsupported-save-restore

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION f
	jmp	1f
	UNWIND_HINT_SAVE
	nop
1:	nop
	UNWIND_HINT_RESTORE
	ret
END_FUNCTION f
