# harness: what user mode on the default entry code: entries start on a small stack and move what is there to the task's
# harness: entry=main interrupts=nested stack=task result=0x66 rsp0=entry
# harness: expect=pass

# So since Linux 4.15: the user's page table has no other stack. Until the frame is moved only the register that points
# to it leads back.

	.include "user-program.inc"
