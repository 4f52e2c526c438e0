#include "end_to_end/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace end_to_end {

namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

}  // namespace

Listener::Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
  auto address = loopback(0);
  socklen_t size = sizeof(address);
  constexpr int kMostWaiting = 128;
  const bool open = ::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                    ::listen(socket_, kMostWaiting) == 0 &&
                    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  if (!open) throw std::runtime_error("cannot listen on the loopback");
  port_ = ntohs(address.sin_port);
}

Listener::~Listener() { ::close(socket_); }

// The kernel takes calls for us; they wait until they are counted.
int Listener::calls() const {
  int count = 0;
  for (int caller = ::accept(socket_, nullptr, nullptr); caller >= 0; caller = ::accept(socket_, nullptr, nullptr)) {
    ::close(caller);
    ++count;
  }
  return count;
}

void call(int port) {
  const auto address = loopback(port);
  const int caller = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  (void)::connect(caller, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
  ::close(caller);
}

}  // namespace end_to_end
