# harness: what where every run begins and ends: calls the fixture's entry, whose address is in %rax
# harness: survives __harness_exit+0x1 moved-earlier control comes here, and the run is over
#
# An unwind that arrives here is complete. The result of the run is %rax when the halt is reached, or when control
# comes to __harness_exit, which code may jump to or call instead of returning.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE __harness_root
	.cfi_startproc
	.cfi_undefined rip
	UNWIND_HINT_END_OF_STACK
	call	*%rax
	hlt
	.cfi_endproc
END_CODE __harness_root

CODE __harness_exit
	.cfi_startproc
	.cfi_undefined rip
	UNWIND_HINT_END_OF_STACK
	hlt
	.cfi_endproc
END_CODE __harness_exit
