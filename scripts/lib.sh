# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts share. Sourced, never run: every script beside it starts with
#   source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# and then stands in the project's folder, with strict error handling.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project_dir=$PWD

# Debian 12 names, by what they are for.
build_packages=(
    cmake ninja-build g++ ccache pkg-config
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qtkeychain-qt6-dev libqcustomplot-dev libsimdjson-dev libdeflate-dev libexpected-dev libfontconfig-dev libssl-dev
    libqrencode-dev zlib1g-dev
)
run_packages=(libsecret-1-0 libqt6sql6-sqlite qt6-translations-l10n fonts-dejavu-core)
display_packages=(xvfb openbox xdotool imagemagick)
test_packages=(
    "${run_packages[@]}" "${display_packages[@]}"
    xclip poppler-utils zbar-tools dbus at-spi2-core gnome-keyring libsecret-tools python3-gi gir1.2-atspi-2.0
    desktop-file-utils appstream debootstrap dpkg-dev file
)
node_packages=(nodejs npm)
fuzz_packages=(clang-14 libclang-rt-14-dev)
bench_packages=("${display_packages[@]}" python3-xlib sqlitebrowser curl)
format_packages=(clang-format-16)
lint_packages=(clang-tidy-16 clazy)

say() { printf '==> %s\n' "$*"; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Prints the comment block on top of the calling script: its help text.
usage() { sed -n '/^# SPDX/d; /^#!/d; /^#/!q; s/^# \{0,1\}//p' "$0"; }

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root, and there is no sudo: $*"
    fi
}

# need_packages NAME...: installs what is missing; says nothing and costs nothing when all is there.
need_packages() {
    local name missing=()
    if ! command -v dpkg-query >/dev/null; then
        say "Not a Debian system: the equivalents of these packages have to be there: $*"
        return
    fi
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
        </dev/null >"${TMPDIR:-/tmp}/tokendesk-apt.$$" 2>&1 || {
        tail -n 30 "${TMPDIR:-/tmp}/tokendesk-apt.$$" >&2
        die "apt-get could not install them"
    }
    rm -f "${TMPDIR:-/tmp}/tokendesk-apt.$$"
}

# The options ccache needs before it trusts a precompiled header (ccache manual, "Precompiled headers").
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros,include_file_mtime,include_file_ctime}
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$project_dir}
jobs=${TOKENDESK_JOBS:-$(nproc)}

# configure PRESET [OPTION...]
configure() { configure_as "$1" "$@"; }

# configure_as NAME PRESET [OPTION...]: in build/NAME; prints CMake's words only when it fails.
configure_as() {
    local name=$1 preset=$2 log=build/$1/configure.log
    shift 2
    mkdir -p "build/$name"
    local launcher=()
    if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    say "Configuring build/$name"
    cmake --preset "$preset" -B "build/$name" "${launcher[@]}" "$@" >"$log" 2>&1 || {
        cat "$log" >&2
        return 1
    }
}

# build PRESET [TARGET...]
build() {
    local preset=$1 started=$SECONDS
    shift
    say "Building build/$preset${1:+ ($*)}"
    cmake --build "build/$preset" -j "$jobs" ${1:+--target "$@"} || return 1
    say "Built build/$preset in $((SECONDS - started)) s"
}
