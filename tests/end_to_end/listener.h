#pragma once

namespace end_to_end {

/// A real port on this machine that anyone may call; it counts who did, and answers nobody.
class Listener {
 public:
  Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener();

  [[nodiscard]] int port() const { return port_; }

  /// How many have called since the last question.
  [[nodiscard]] int calls() const;

 private:
  int socket_ = -1;
  int port_ = 0;
};

/// Calls a port of this machine once, to show that a call is counted.
void call(int port);

}  // namespace end_to_end
