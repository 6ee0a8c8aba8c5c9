#!/bin/sh
# Installs the Debian packages of the named sections of tools/packages.txt that are missing: prepare.sh build test
# Does nothing, quickly, when all are there.
set -eu
list=$(dirname "$0")/packages.txt

packages_of() {
  awk -v wanted="[$1]" '{ sub(/#.*/, "") } /^\[/ { inside = ($1 == wanted); next } inside && NF { print $1 }' "$list"
}

command -v dpkg-query >/dev/null || {
  echo "This system has no dpkg. Install what $list names (any Linux with g++ 12 or newer will do)," >&2
  echo "then build: cmake --preset release && cmake --build --preset release" >&2
  exit 2
}

missing=
for section in "$@"; do
  for package in $(packages_of "$section"); do
    status=$(dpkg-query --show --showformat '${db:Status-Abbrev}' "$package" 2>/dev/null) || status=
    case $status in ii*) ;; *) missing="$missing $package" ;; esac
  done
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "These packages are missing, and installing them needs root or sudo:$missing" >&2
    exit 2
  }
  as_root=sudo
fi

echo "Installing:$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # a list of words
{
  $as_root apt-get update --quiet --quiet &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends $missing
} >"$log" 2>&1 || {
  cat "$log" >&2
  exit 2
}
