# harness: what user mode on the default entry code: every entry starts on the task's stack, exits go by way of a small one
# harness: entry=main interrupts=nested stack=task result=0x66 rsp0=task
# harness: expect=pass

	.include "user-program.inc"
