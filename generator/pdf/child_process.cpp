#include "pdf/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace pdf {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kKeptOutput = std::size_t{16} << 10U;

std::vector<char*> c_strings(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (auto& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// What the new process does before it becomes the program; only calls that are safe after fork.
struct Launch {
  const char* folder;
  char** arguments;
  char** environment;
  const char* program;
  Network network;
  int input;
  int output;
};

[[noreturn]] void become_program(const Launch& launch) {
  ::setpgid(0, 0);
  ::dup2(launch.input, STDIN_FILENO);
  ::dup2(launch.output, STDOUT_FILENO);
  ::dup2(launch.output, STDERR_FILENO);
  ::signal(SIGPIPE, SIG_DFL);
  // A user namespace of its own is what lets an ordinary user have an empty network; where it is refused, the program's
  // own switches and the cleaned document still stand.
  if (launch.network == Network::none) (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET);
  if (*launch.folder == '\0' || ::chdir(launch.folder) == 0) ::execve(launch.program, launch.arguments, launch.environment);
  ::_exit(127);
}

int exit_code_of(int status) {
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return 128 + (WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

int wait_for(pid_t id) {
  int status = 0;
  while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
  }
  return exit_code_of(status);
}

/// The exit code of a process that has ended, without waiting for it.
std::optional<int> ended(pid_t id) {
  int status = 0;
  if (::waitpid(id, &status, WNOHANG) <= 0) return std::nullopt;
  return exit_code_of(status);
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return left > 0 ? static_cast<int>(left) : 0;
}

}  // namespace

std::optional<std::filesystem::path> find_program(std::string_view name) {
  if (name.empty()) return std::nullopt;
  if (name.find('/') != std::string_view::npos) {
    const std::filesystem::path path(name);
    return ::access(path.c_str(), X_OK) == 0 ? std::optional(path) : std::nullopt;
  }
  const char* value = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
  std::string_view folders = value != nullptr ? value : "/usr/local/bin:/usr/bin:/bin";
  while (!folders.empty()) {
    const auto end = folders.find(':');
    const auto path = std::filesystem::path(folders.substr(0, end)) / name;
    std::error_code failed;
    if (std::filesystem::is_regular_file(path, failed) && ::access(path.c_str(), X_OK) == 0) return path;
    folders = end == std::string_view::npos ? std::string_view{} : folders.substr(end + 1);
  }
  return std::nullopt;
}

std::optional<ChildProcess> ChildProcess::start(const ChildSetup& setup) {
  if (setup.arguments.empty()) return std::nullopt;
  const auto program = find_program(setup.arguments.front());
  if (!program) return std::nullopt;
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in.data()) != 0) return std::nullopt;
  if (::pipe2(out.data(), O_CLOEXEC) != 0) {
    ::close(in[0]);
    ::close(in[1]);
    return std::nullopt;
  }
  auto arguments = setup.arguments;
  auto environment = setup.environment;
  const auto argument_pointers = c_strings(arguments);
  const auto environment_pointers = c_strings(environment);
  const Launch launch{setup.folder.c_str(),
                      const_cast<char**>(argument_pointers.data()),
                      environment.empty() ? environ : const_cast<char**>(environment_pointers.data()),
                      program->c_str(),
                      setup.network,
                      in[0],
                      out[1]};
  const pid_t id = ::fork();
  if (id == 0) become_program(launch);
  ::close(in[0]);
  ::close(out[1]);
  if (id < 0) {
    ::close(in[1]);
    ::close(out[0]);
    return std::nullopt;
  }
  ::setpgid(id, id);
  return ChildProcess(id, in[1], out[0]);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept { *this = std::move(other); }

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
  std::swap(id_, other.id_);
  std::swap(input_, other.input_);
  std::swap(output_end_, other.output_end_);
  std::swap(output_, other.output_);
  std::swap(timed_out_, other.timed_out_);
  return *this;
}

ChildProcess::~ChildProcess() {
  close_input();
  if (output_end_ >= 0) ::close(output_end_);
  if (id_ < 0) return;
  ::kill(-id_, SIGKILL);
  wait_for(id_);
}

void ChildProcess::close_input() {
  if (input_ >= 0) ::close(std::exchange(input_, -1));
}

bool ChildProcess::send(std::string_view text) const {
  while (!text.empty()) {
    // A child that is gone must give an error here, not end the whole program with SIGPIPE: hence a socket and not a pipe.
    const auto count = ::send(input_, text.data(), text.size(), MSG_NOSIGNAL);
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
    if (count <= 0 && errno != EINTR) return false;
  }
  return true;
}

bool ChildProcess::read_until(const std::function<bool(std::string_view)>& enough, std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  std::array<char, 4096> piece{};
  while (!enough(output_)) {
    pollfd waiting{output_end_, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, milliseconds_until(deadline));
    if (ready < 0 && errno == EINTR) continue;
    timed_out_ = ready == 0;
    if (ready <= 0) return false;
    const auto count = ::read(output_end_, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    output_.append(piece.data(), static_cast<std::size_t>(count));
    if (output_.size() > 2 * kKeptOutput) output_.erase(0, output_.size() - kKeptOutput);
  }
  return true;
}

ChildEnd ChildProcess::finish(std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  close_input();
  read_until([](std::string_view) { return false; }, patience);
  std::optional<int> code;
  // A program may close its output long before it ends.
  while (!timed_out_ && !(code = ended(id_))) {
    timed_out_ = Clock::now() >= deadline;
    ::usleep(500);
  }
  if (!code) {
    ::kill(-id_, SIGKILL);
    code = wait_for(id_);
  }
  id_ = -1;
  return {.exit_code = *code, .timed_out = timed_out_, .output = std::move(output_)};
}

ChildEnd run_child(const ChildSetup& setup, std::chrono::milliseconds patience) {
  auto child = ChildProcess::start(setup);
  if (!child) return {.exit_code = 127, .timed_out = false, .output = {}};
  return child->finish(patience);
}

}  // namespace pdf
