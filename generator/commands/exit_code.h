#pragma once

#include "base/problem.h"

namespace commands {

/// How the program ends, for scripts and schedulers.
enum class ExitCode : int {
  fine = 0,
  input_problems = 1,  ///< Something in the plans, guides or theme is wrong; everything else was made.
  wrong_use = 2,       ///< The command line cannot be understood.
  world_failed = 3,    ///< Disk, font or engine failed.
};

/// The exit code that what was found asks for: a failing world outweighs wrong use, that outweighs broken
/// input; warnings count as fine.
ExitCode exit_code_of(const base::Problems& problems);

}  // namespace commands
