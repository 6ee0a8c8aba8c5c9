#!/bin/sh
# Proves that ./run and ./test need nothing but Debian 12, a shell and apt: makes a minimal Debian in a temporary folder,
# clones what is committed of this checkout into it, and runs both there, twice. Needs root, debootstrap and git.
#   tools/prove_bare_debian.sh          says how long each step took; exit code 0 when all went well
# Packages come from where this machine's apt gets them: its mirrors, proxies and certificates are carried over.
set -eu

# The mounts below live in a mount namespace of their own and end with it, whatever happens.
if [ "${1:-}" != --inside ]; then
  [ "$(id -u)" -eq 0 ] || { echo "needs root (for debootstrap and chroot)" >&2; exit 2; }
  exec unshare --mount --propagation private "$0" --inside
fi

release=bookworm
checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
root=$(mktemp -d "${TMPDIR:-/tmp}/bare-debian.XXXXXX")

clean_up() {
  umount --recursive "$root/proc" "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

step() {
  name=$1
  shift
  started=$(date +%s)
  outcome=ok
  "$@" || outcome="FAILED with exit code $?"
  summary="$summary$(printf '%5d s  %-24s %s' "$(($(date +%s) - started))" "$name" "$outcome")
"
  [ "$outcome" = ok ] || failed=1
}
summary=
failed=0

# Repositories of this release as apt knows them here: "URI SUITE COMPONENT" a line.
repositories() {
  apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | grep " $release" | sort -u
}
mirror=$(repositories | awk -v suite="$release" '$2 == suite { print $1; exit }')
mirror=${mirror:-http://deb.debian.org/debian}

# debootstrap downloads by itself, so it is told of apt's proxy.
proxy=
eval "$(apt-config shell proxy Acquire::http::Proxy)"
if [ -n "$proxy" ] && [ "$proxy" != DIRECT ]; then
  export http_proxy="${http_proxy:-$proxy}" https_proxy="${https_proxy:-$proxy}"
fi

bootstrap() {
  debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root/log" 2>&1 || {
    tail -n 20 "$root/log" >&2
    return 1
  }
}

carry_over() {
  repositories | sed 's/^/deb /' >"$root/etc/apt/sources.list"
  apt-config dump | grep -E '^Acquire::(https?|ftp|Retries|ForceIPv4)' >"$root/etc/apt/apt.conf.d/90carried-over"
  for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
    if [ -e "$file" ]; then
      mkdir -p "$root$(dirname "$file")"
      cp --dereference "$file" "$root$file"
    fi
  done
}

make_root() {
  bootstrap &&
    carry_over &&
    mount -t proc proc "$root/proc" &&
    mount --rbind /dev "$root/dev" &&
    git clone --quiet --no-hardlinks "$checkout" "$root/root/account-executive"
}

inside() {
  chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} ${no_proxy:+"no_proxy=$no_proxy"} \
    "/root/account-executive/$1"
}

step "make a bare Debian" make_root
if [ "$failed" -eq 0 ]; then
  step "./run" inside run
  step "./test" inside test
  step "./run again" inside run
  step "./test again" inside test
fi
printf '\n%s' "$summary"
exit "$failed"
