#!/usr/bin/env bash
# Checks the C++ files: form with clang-format, mistakes with clang-tidy (needs a build folder that is configured, not built).
#   tests/check_style.sh format [fix]          all files; fix mends them
#   tests/check_style.sh tidy BUILD_FOLDER     all files; the folder is one of the preset tidy
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
  # The preset joins up to 16 files in one, since most of clang-tidy's time goes on the headers that files have in common.
  # What CMake generates is not ours to judge.
  mapfile -t files < <(sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' "$build/compile_commands.json" | grep -v /embedded/ | sort -u)
  [ ${#files[@]} -gt 0 ] || { echo "check_style: no joined files in $build; configure it with: cmake --preset tidy" >&2; exit 2; }
  printf '%s\0' "${files[@]}" |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy-16 -p "$build" --quiet 2> >(grep -v 'warnings\? generated\|^Suppressed\|^Use -header' >&2)
  echo "clang-tidy: $(git ls-files '*.cpp' | wc -l) files and their headers are clean"
}

case "${1:-}" in
  format) format "${2:-}" ;;
  tidy) tidy "${2:?which build folder?}" ;;
  *)
    sed -n '2,4s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
