#include "sats/write/finishing.h"

#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include "sats/write/encryption_seed.h"
#include "sats/write/qpdf_headers.h"
#include "sats/write/seeded_chance.h"

namespace sats {
namespace {

constexpr std::size_t kIdentifierLength = 16;

/// An empty password would let everybody in as the owner, so the users' stands for it (ISO 32000-1, algorithm 3).
Encryption with_owner(Encryption wish) {
  if (wish.owner_password.empty()) wish.owner_password = wish.user_password;
  return wish;
}

std::string written(QPDF& file, Delivery delivery, const std::function<void(QPDFWriter&)>& set_up) {
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setLinearization(delivery == Delivery::linearized);
  set_up(writer);
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

void read(QPDF& file, const std::string& pdf) {
  file.setSuppressWarnings(true);
  file.processMemoryFile("pdf", pdf.data(), pdf.size());
}

std::string ordered(const std::string& pdf, Delivery delivery) {
  QPDF file;
  read(file, pdf);
  return written(file, delivery, [](QPDFWriter& writer) { writer.setDeterministicID(true); });
}

/// qpdf keeps the first part of the identifier and makes the second of the clock. Nobody has changed the file yet, so both
/// are the same (ISO 32000-1, 14.4).
void repeat_identifier(std::string& pdf, const std::string& identifier) {
  const std::string digits = QUtil::hex_encode(identifier);
  const std::string first = "<" + digits + "><";
  for (auto at = pdf.find(first); at != std::string::npos; at = pdf.find(first, at + first.size()))
    pdf.replace(at + first.size(), digits.size(), digits);
}

/// The keys hang on every byte that is encrypted, since a key must never meet two texts; so the file has been written in
/// clear.
std::string encrypted(const std::string& clear, Delivery delivery, const Encryption& wish) {
  QPDF file;
  read(file, clear);
  SeededChance chance(encryption_seed(wish, clear));
  // The identifier is never encrypted. As a digest of the content it would let anybody try out what that might be.
  const std::string identifier = chance.draw(kIdentifierLength);
  const auto part = QPDFObjectHandle::newString(identifier);
  file.getTrailer().replaceKey("/ID", QPDFObjectHandle::newArray({part, part}));
  std::string pdf = written(file, delivery, [&](QPDFWriter& writer) {
    // AES-256; the right to read for assistive technology is never taken away.
    writer.setR6EncryptionParameters(wish.user_password.c_str(), wish.owner_password.c_str(), true, wish.allow_copy,
                                     wish.allow_change, wish.allow_change, true, wish.allow_change,
                                     wish.allow_print ? qpdf_r3p_full : qpdf_r3p_none, true);
  });
  repeat_identifier(pdf, identifier);
  return pdf;
}

}  // namespace

bool needs_finishing(const WriteOptions& options) {
  return options.delivery == Delivery::linearized || options.encryption.has_value();
}

std::optional<std::string> finish(const std::string& pdf, const WriteOptions& options, base::Problems& problems) {
  if (options.encryption && options.archival == Archival::pdf_a) {
    problems.add({base::Severity::error, "sats.arkiv.krypteret", {}, {}, {}});
    return std::nullopt;
  }
  try {
    std::string clear = ordered(pdf, options.delivery);
    return options.encryption ? encrypted(clear, options.delivery, with_owner(*options.encryption)) : std::move(clear);
  } catch (const std::exception& failure) {
    problems.add({base::Severity::error, "sats.pdf.efterarbejde", {{"grund", failure.what()}}, {}, {}});
    return std::nullopt;
  }
}

}  // namespace sats
