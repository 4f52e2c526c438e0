#include "sats/write/encryption_seed.h"

#include <string>

namespace sats {
namespace {

/// With its length before it, so that letters of one password cannot pass for letters of the next.
std::string measured(const std::string& word) { return std::to_string(word.size()) + ":" + word; }

}  // namespace

Digest256 encryption_seed(const Encryption& encryption, std::string_view content) {
  std::string salt = "sats 1 ";
  for (const bool right : {encryption.allow_print, encryption.allow_copy, encryption.allow_change})
    salt += right ? '1' : '0';
  const Digest256 digest = sha256(content);
  salt.append(digest.begin(), digest.end());
  return scrypt(measured(encryption.owner_password) + measured(encryption.user_password), salt);
}

}  // namespace sats
