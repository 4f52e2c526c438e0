#pragma once

#include <string_view>

#include "sats/write/crypto.h"
#include "sats/write/pdf_writer.h"

namespace sats {

/// What the keys of a file are drawn from: the same for the same passwords, rights and content, another when any of them is
/// another, and no easier to guess than the passwords (the idea of the synthetic vectors of RFC 5297). Throws
/// std::runtime_error.
Digest256 encryption_seed(const Encryption& encryption, std::string_view content);

}  // namespace sats
