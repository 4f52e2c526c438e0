#pragma once

#include <cstddef>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

namespace commands {

/// A progress bar on a terminal, with what is being made; silent when the stream is a file or a pipe. Thread-safe.
class Progress {
 public:
  Progress(std::size_t total, std::FILE* stream);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// Says that one more thing is done.
  void step(std::string_view name);

 private:
  void draw(std::string_view name);

  std::size_t total_;
  std::size_t done_ = 0;
  std::FILE* stream_;
  bool visible_;
  std::mutex mutex_;
};

/// One line such as `[#######.............]  7/20  nina-dagpenge`, cut to `width` columns.
std::string progress_line(std::size_t done, std::size_t total, std::string_view name, std::size_t width);

}  // namespace commands
