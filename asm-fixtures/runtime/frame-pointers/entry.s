# harness: what entry code of 2017 as a kernel built for frame pointers has it: rbp leads to each pt_regs (ENCODE_FRAME_POINTER)
# harness: blind=syscall_on_user_stack,sysret_on_user_stack

	.set FRAME_POINTERS, 1
	.include "../runtime/2017/entry.s"
