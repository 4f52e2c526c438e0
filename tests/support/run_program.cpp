#include "support/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "support/temporary_folder.h"

namespace test_support {

namespace {

void send_to(const std::filesystem::path& file, int descriptor) {
  const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(opened, descriptor);
  ::close(opened);
}

[[noreturn]] void become(const ProgramCall& call, const std::filesystem::path& output) {
  constexpr int kNotStarted = 127;
  send_to(output / "out", STDOUT_FILENO);
  send_to(output / "err", STDERR_FILENO);
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  if (::chdir(call.folder.c_str()) != 0) ::_exit(kNotStarted);
  for (const auto& variable : call.environment) ::putenv(const_cast<char*>(variable.c_str()));
  std::vector<char*> words;
  words.reserve(call.arguments.size() + 1);
  for (const auto& argument : call.arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execvp(words.front(), words.data());
  ::_exit(kNotStarted);
}

}  // namespace

ProgramRun run_program(const ProgramCall& call) {
  const TemporaryFolder output;
  const auto child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(call, output.path());
  int status = 0;
  ::waitpid(child, &status, 0);
  const int exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return {.exit_code = exit_code, .out = output.read("out"), .err = output.read("err")};
}

}  // namespace test_support
