# Sourced by ./harness, ./test and ./objtool: checks for what they need and installs what Debian has packages for.
# Exit code 3: something is missing that can't be installed from here.

missing() {
	echo "$(basename "$0"): $1" >&2
	exit 3
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo -n "$@"
	fi
}

require_dotnet() {
	command -v dotnet >/dev/null 2>&1 || missing "the .NET 10 SDK is not on PATH; install it (https://dotnet.microsoft.com/download)"
	case $(dotnet --version 2>/dev/null) in
	1[0-9].*) ;;
	*) missing "the .NET 10 SDK is needed; dotnet --version says '$(dotnet --version 2>&1 | head -n 1)'" ;;
	esac
	# The program's launcher looks only in the usual places.
	if [ -z "${DOTNET_ROOT:-}" ]; then
		DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
		export DOTNET_ROOT
	fi
	export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

has_libunicorn() {
	local folder
	for folder in /usr/lib/x86_64-linux-gnu /usr/lib64 /usr/lib /usr/local/lib; do
		[ -e "$folder/libunicorn.so.2" ] && return 0
	done
	ldconfig -p 2>/dev/null | grep -q 'libunicorn\.so\.2'
}

require_packages() {
	local packages=()
	has_libunicorn || packages+=(libunicorn2)
	command -v as >/dev/null 2>&1 || packages+=(binutils)
	command -v cc >/dev/null 2>&1 || packages+=(gcc)
	[ "${#packages[@]}" = 0 ] && return 0

	command -v apt-get >/dev/null 2>&1 || missing "install ${packages[*]} (Debian's names); there is no apt-get here"
	echo "$(basename "$0"): installing ${packages[*]}" >&2
	{ as_root apt-get update -q && DEBIAN_FRONTEND=noninteractive as_root apt-get install -q -y --no-install-recommends "${packages[@]}"; } >&2 ||
		missing "could not install ${packages[*]}; install them by hand"
}

# Builds the program when it is not there or older than its sources. One builder at a time.
build_harness() {
	local program=$1/artifacts/publish/Harness/release_linux-x64/harness
	local publish=(dotnet publish "$1/src/Harness" -c Release -r linux-x64 -v quiet)
	mkdir -p "$1/artifacts"
	exec 9>"$1/artifacts/build.lock"
	flock 9
	if [ ! -x "$program" ] || [ -n "$(find "$1/src" "$1"/*.props "$1/global.json" -newer "$program.dll" -type f -print -quit)" ]; then
		echo "$(basename "$0"): building (log: artifacts/build.log)" >&2
		if ! "${publish[@]}" >"$1/artifacts/build.log" 2>&1; then
			# Compiling ahead of time needs a package more; without it everything works, but starts slower.
			if ! "${publish[@]}" -p:PublishReadyToRun=false >>"$1/artifacts/build.log" 2>&1; then
				cat "$1/artifacts/build.log" >&2
				missing "the build failed"
			fi
			echo "$(basename "$0"): could not compile ahead of time (see artifacts/build.log); starts will be slower" >&2
		fi
		touch "$program.dll"
	fi
	exec 9>&-
}
