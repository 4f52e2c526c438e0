#include "sats/write/crypto.h"

#include <openssl/evp.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "base/library_functions.h"

namespace sats {
namespace {

constexpr const char* kCryptoFile = "libcrypto.so.3";

// A guess at the passwords must not be cheaper here than it is with the file alone, where the hash of PDF 2.0 (ISO 32000-2,
// algorithm 2.B) takes 0.8 ms and no memory to speak of. This takes 6 to 9 ms, and its 128 * N * r bytes are what makes many
// guesses at a time dear.
constexpr std::uint64_t kScryptCost = 4096;    // N
constexpr std::uint64_t kScryptBlockSize = 8;  // r
constexpr std::uint64_t kScryptParallel = 1;   // p
constexpr std::uint64_t kScryptMostMemory = std::uint64_t{8} << 20U;

struct Functions {
  decltype(&EVP_Digest) digest = nullptr;
  decltype(&EVP_sha256) sha256 = nullptr;
  decltype(&EVP_PBE_scrypt) scrypt = nullptr;
};

std::optional<Functions> load_functions() {
  Functions found;
  base::LibraryFunctions library(kCryptoFile);
  library.find(found.digest, "EVP_Digest");
  library.find(found.sha256, "EVP_sha256");
  library.find(found.scrypt, "EVP_PBE_scrypt");
  if (!library.complete()) return std::nullopt;
  return found;
}

const Functions& functions() {
  static const std::optional<Functions> loaded = load_functions();
  if (!loaded) throw std::runtime_error(std::string(kCryptoFile) + " cannot be loaded");
  return *loaded;
}

}  // namespace

Digest256 sha256(std::string_view bytes) {
  Digest256 digest{};
  const Functions& crypto = functions();
  if (crypto.digest(bytes.data(), bytes.size(), digest.data(), nullptr, crypto.sha256(), nullptr) != 1)
    throw std::runtime_error("SHA-256 failed");
  return digest;
}

Digest256 scrypt(std::string_view secret, std::string_view salt) {
  Digest256 key{};
  if (functions().scrypt(secret.data(), secret.size(), reinterpret_cast<const unsigned char*>(salt.data()), salt.size(),
                         kScryptCost, kScryptBlockSize, kScryptParallel, kScryptMostMemory, key.data(), key.size()) != 1)
    throw std::runtime_error("scrypt failed");
  return key;
}

}  // namespace sats
