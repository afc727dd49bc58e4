# shellcheck shell=bash
# What ./run, ./test and ./release need on this machine: there, installed now, or named with the command that installs it.

refuse() {
  echo "plenum: $*" >&2
  exit 1
}

need_dotnet() {
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
    refuse "the .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again"
}

need_node() {
  local version
  version=$(node --version 2>/dev/null) || version=v0
  version=${version#v}
  ((${version%%.*} >= 20)) ||
    refuse "Node 20 or newer is missing: install it from https://nodejs.org/en/download and start again"
}

# need_package PACKAGE TEST…: the Debian package is wanted unless the test succeeds.
need_package() {
  local package=$1
  shift
  if "$@" >/dev/null 2>&1; then return; fi
  command -v apt-get >/dev/null || refuse "$package is missing: install it with your system's package manager and start again"
  ((EUID == 0)) || refuse "$package is missing: run  sudo apt-get install -y $package  and start again"
  echo "Installing $package …" >&2
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$package" >/dev/null 2>&1; then
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$package" >/dev/null ||
      refuse "$package could not be installed: run  apt-get install -y $package  to see why"
  fi
}

sqlite_here() { ldconfig -p | grep -q 'libsqlite3\.so\.0'; }

javascript_here() { ldconfig -p | grep -q 'libjavascriptcoregtk-4\.1\.so\.0'; }

postgresql_here() { compgen -G '/usr/lib/postgresql/*/bin/initdb'; }

chromium_here() { command -v chromium; }

# changed_since FILE ROOT: one source that changed after the file, if any; what builds leave behind does not count.
changed_since() {
  find "$2/src" "$2/docs" "$2/plugins" "$2"/Directory.* "$2/global.json" "$2/.editorconfig" \
    \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -newer "$1" -print -quit
}

build() { quietly build "$@"; }

publish() { quietly publish "$@"; }

# Silent when it succeeds; leaves no build server behind, which would outlive this process group.
quietly() {
  local verb=$1 log
  shift
  log=$(mktemp)
  if ! dotnet "$verb" --disable-build-servers -v quiet -nologo -clp:NoSummary "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    refuse "dotnet $verb failed"
  fi
  rm -f "$log"
}
