#!/usr/bin/env bash
# Checks the form of every C++ file with clang-format. `tests/check_style.sh fix` mends it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mapfile -t files < <(git ls-files '*.h' '*.cpp')
case "${1:-check}" in
  fix) clang-format -i "${files[@]}" ;;
  check) clang-format --dry-run --Werror "${files[@]}" && echo "clang-format: ${#files[@]} files are in form" ;;
  *) echo "usage: tests/check_style.sh [check|fix]" >&2; exit 2 ;;
esac
