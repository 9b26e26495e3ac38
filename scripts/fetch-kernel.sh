#!/usr/bin/env bash
# Puts kernels that Debian ships into artifacts/kernels/RELEASE/: boot/vmlinuz-*, lib/modules/.
#   scripts/fetch-kernel.sh [RELEASE...]     such as 6.1 6.12, which are fetched if left out
# What is there already stays. Exit code 3: it could not be had (no apt, no network, no such package).
set -uo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
[ "$#" -gt 0 ] || set -- 6.1 6.12
status=0

fetch() {
	local release=$1 target=$root/artifacts/kernels/$1 package work
	[ -e "$target" ] && return 0
	command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1 || { echo "there is no apt-get here"; return 3; }
	package=$(newest "$release")
	if [ -z "$package" ]; then
		# Lists may never have been loaded here; only root can.
		[ "$(id -u)" = 0 ] && apt-get update -q >/dev/null 2>&1
		package=$(newest "$release")
	fi
	[ -n "$package" ] || { echo "no package linux-image-$release*-cloud-amd64-unsigned is known here"; return 3; }
	mkdir -p "$root/artifacts/kernels"
	work=$(mktemp -d "$root/artifacts/kernels/.fetch.XXXXXX") || return 3
	chmod 755 "$work"
	if (cd "$work" && timeout 240 apt-get download -q "$package" && dpkg -x ./*.deb kernel) >"$work/log" 2>&1 && [ -d "$work/kernel/boot" ]; then
		mv -T "$work/kernel" "$target" 2>/dev/null || true # another run may have been first
	else
		echo "$package: $(tail -n 1 "$work/log")"
		rm -rf "$work"
		return 3
	fi
	rm -rf "$work"
	echo "$package is in ${target#"$root"/}"
}

newest() {
	apt-cache search --names-only "^linux-image-${1//./\\.}\\.[^ ]*-cloud-amd64-unsigned\$" 2>/dev/null | cut -d ' ' -f 1 | sort -V | tail -n 1
}

for release in "$@"; do
	message=$(fetch "$release") || status=$?
	[ -z "$message" ] || echo "$(basename "$0"): $message" >&2
done
exit "$status"
