# harness: what an exception table whose fixup is a number
# harness: expect=diagnostic:special-relocation-missing

	.include "function.inc"

	.text
FUNCTION f
1:	ret
END_FUNCTION f

	.section __ex_table, "a"
	.long	1b - ., 0, 0
