#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

/// Whether a child may reach the network. `none` is enforced by the kernel where it allows a network of one's own,
/// and otherwise left to what the caller tells the program.
enum class Network { inherited, none };

/// How a child is started: `arguments[0]` is looked up in PATH; an empty environment means ours.
struct ChildSetup {
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::filesystem::path folder;
  Network network = Network::inherited;
};

/// How a child ended: `exit_code` is 128 + the signal when one ended it, 127 when it could not be started.
struct ChildEnd {
  int exit_code = 0;
  bool timed_out = false;
  std::string output;  ///< The last 16 KiB of what it wrote to standard output and standard error.
};

/// A running program, in a process group of its own, with a pipe to its input and one from its output and errors.
class ChildProcess {
 public:
  static std::optional<ChildProcess> start(const ChildSetup& setup);

  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&& other) noexcept;
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  /// Kills the whole group when it still runs.
  ~ChildProcess();

  /// Writes to its input; false when it no longer listens.
  bool send(std::string_view text) const;

  /// Reads until `enough` says so of all output since the last call. False when the child ended, or `patience` ran out.
  bool read_until(const std::function<bool(std::string_view)>& enough, std::chrono::milliseconds patience);

  /// Closes its input and waits for its end; kills it when `patience` runs out.
  ChildEnd finish(std::chrono::milliseconds patience);

  [[nodiscard]] const std::string& output() const { return output_; }
  void forget_output() { output_.clear(); }
  [[nodiscard]] bool timed_out() const { return timed_out_; }
  [[nodiscard]] pid_t id() const { return id_; }

 private:
  ChildProcess(pid_t id, int input, int output) : id_(id), input_(input), output_end_(output) {}
  void close_input();

  pid_t id_ = -1;
  int input_ = -1;
  int output_end_ = -1;
  std::string output_;
  bool timed_out_ = false;
};

/// Runs a program to its end.
ChildEnd run_child(const ChildSetup& setup, std::chrono::milliseconds patience);

/// The full path of a program as the shell would find it, or nothing.
std::optional<std::filesystem::path> find_program(std::string_view name);

}  // namespace pdf
