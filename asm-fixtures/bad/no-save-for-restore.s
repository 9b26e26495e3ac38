# harness: what a state is to be restored that was never saved
# harness: expect=diagnostic:no-save-for-restore

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION f
	pushq	%rbx
	UNWIND_HINT_RESTORE
	popq	%rbx
	ret
END_FUNCTION f
