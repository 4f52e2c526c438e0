#!/usr/bin/env bash
# Checks the C++ files: form with clang-format, mistakes with clang-tidy (needs a configured build folder).
#   tests/check_style.sh format [fix]          all files; fix mends them
#   tests/check_style.sh tidy BUILD_FOLDER     the rooms that it names
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

format() {
  mapfile -t files < <(git ls-files '*.h' '*.cpp')
  if [ "${1:-}" = fix ]; then
    clang-format -i "${files[@]}"
  else
    clang-format --dry-run --Werror "${files[@]}"
    echo "clang-format: ${#files[@]} files are in form"
  fi
}

tidy() {
  local build=$1
  # The rooms that are clean; a room is added here once it is.
  mapfile -t files < <(git ls-files generator/{base,commands,guide,line,load,pdf,plan,publish,theme,sats/css,sats/html,sats/program,sats/text,sats/write}/'*.cpp')
  printf '%s\0' "${files[@]}" |
    xargs -0 -n 4 -P "$(nproc)" clang-tidy -p "$build" --quiet 2> >(grep -v 'warnings\? generated\|^Suppressed\|^Use -header' >&2)
  echo "clang-tidy: ${#files[@]} files are clean"
}

case "${1:-}" in
  format) format "${2:-}" ;;
  tidy) tidy "${2:?which build folder?}" ;;
  *)
    sed -n '2,4s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
