#!/bin/sh
# Rewrites */frames.s from frames.c, one folder per compiler and options. CC and CLANG name the compilers:
#	CC=gcc-12 CLANG=clang-14 ./regenerate.sh
set -eu

CC=${CC:-gcc}
CLANG=${CLANG:-clang-14}
cd "$(dirname "$0")"

# As the kernel is built, without what needs a run-time library. -fno-jump-tables: as with its retpolines. Call frame
# information, which the kernel leaves out, changes no code and is verified too.
kernel="-std=gnu11 -ffreestanding -mcmodel=kernel -fno-pic -fno-pie -mno-red-zone -mno-sse -mno-mmx -mno-80387
	-fno-jump-tables -fno-stack-protector -fcf-protection=none -fasynchronous-unwind-tables"

# The expected result comes from an ordinary program, built with none of these options.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/print.c" <<-'end'
	#include <stdio.h>
	#include <stdlib.h>
	unsigned long frames(void);
	void print(unsigned long result) { printf("0x%lx\n", result); exit(0); }
	__asm__(".globl __harness_exit; __harness_exit: mov %rax, %rdi; and $-16, %rsp; call print");
	int main(void) { print(frames()); }
end
"$CC" -std=gnu11 -O1 -ffreestanding -Dmain=frames -c frames.c -o "$work/frames.o"
"$CC" -no-pie "$work/print.c" "$work/frames.o" -o "$work/print"
result=$("$work/print")

# generate COMPILER FOLDER OPTIONS: the compiler's version and all options go into the file's header.
generate() {
	compiler=$1 folder=$2 options="$3 $(echo $kernel)"
	mkdir -p "$folder"
	"$compiler" $options -S frames.c -o "$work/frames.s"
	{
		echo "# harness: what frames of compiled C ($folder): prologues, epilogues and stack use as a compiler mixes them"
		echo "# harness: entry=main interrupts=nested stack=task result=$result"
		echo "# harness: expect=pass"
		echo
		echo "# From ../frames.c by ../regenerate.sh."
		echo "# Compiler: $("$compiler" --version | head -n 1)"
		echo "# Options: $options" | fold -s -w 110 | sed '2,$s/^/#     /; s/ *$//'
		echo
		cat "$work/frames.s"
	} > "$folder/frames.s"
}

generate "$CC" gcc-O0 "-O0"
generate "$CC" gcc-O1 "-O1"
generate "$CC" gcc-O2 "-O2 -mpreferred-stack-boundary=3"
generate "$CC" gcc-Os "-Os"
generate "$CC" gcc-O2-fp "-O2 -fno-omit-frame-pointer -mpreferred-stack-boundary=3"
generate "$CLANG" clang-O2 "-O2 -mstack-alignment=8 -fno-addrsig"
