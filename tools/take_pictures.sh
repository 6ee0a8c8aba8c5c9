#!/bin/sh
# Takes the pictures of the documentation: the HTML report of the sample data, as a browser shows it in light mode.
#   tools/take_pictures.sh              into docs/images/, from build/release/ae
# Needs Chromium; AE_BROWSER names another one of its kind. Makes the files smaller with optipng or pngquant where present.
set -eu
cd "$(dirname -- "$0")/.."
program=build/release/ae
[ -x "$program" ] || { echo "There is no $program: build it first (tools/build.sh release)" >&2; exit 2; }

browser=${AE_BROWSER:-}
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || { echo "No Chromium here: install the package chromium, or set AE_BROWSER" >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# take NAME WIDTH HEIGHT argument…: docs/images/NAME.png, the top of the page that ae makes of the arguments.
take() {
  name=$1
  size=$2,$3
  shift 3
  "$program" "$@" --format html --out "$folder/$name.html"
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars \
    --disable-background-networking --disable-component-update --disable-sync --user-data-dir="$folder/profile" \
    --force-device-scale-factor=1 --window-size="$size" --screenshot="$folder/$name.png" "file://$folder/$name.html" \
    >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
  [ -s "$folder/$name.png" ] || { cat "$folder/log" >&2; exit 1; }
  if command -v pngquant >/dev/null; then pngquant --force --ext .png "$folder/$name.png"; fi
  if command -v optipng >/dev/null; then optipng -quiet "$folder/$name.png"; fi
  mkdir -p docs/images
  cp "$folder/$name.png" docs/images/
  echo "docs/images/$name.png: $(($(wc -c <"docs/images/$name.png") / 1024)) KB"
}

take pipeline-report 1200 1835 pipeline --config examples/ae.toml
