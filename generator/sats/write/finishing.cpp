#include "sats/write/finishing.h"

#include <exception>
#include <memory>

#include "sats/write/qpdf_headers.h"

namespace sats {
namespace {

void encrypt(QPDFWriter& writer, const Encryption& wish) {
  // An empty password would let everybody in as the owner, so the users' stands for it (ISO 32000-1, algorithm 3).
  const std::string& owner = wish.owner_password.empty() ? wish.user_password : wish.owner_password;
  // AES-256; the right to read for assistive technology is never taken away.
  writer.setR6EncryptionParameters(wish.user_password.c_str(), owner.c_str(), true, wish.allow_copy, wish.allow_change,
                                   wish.allow_change, true, wish.allow_change,
                                   wish.allow_print ? qpdf_r3p_full : qpdf_r3p_none, true);
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
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("pdf", pdf.data(), pdf.size());
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setLinearization(options.delivery == Delivery::linearized);
    // Encryption needs chance for its keys; without it the same document gives the same bytes.
    if (options.encryption) {
      encrypt(writer, *options.encryption);
    } else {
      writer.setDeterministicID(true);
    }
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  } catch (const std::exception& failure) {
    problems.add({base::Severity::error, "sats.pdf.efterarbejde", {{"grund", failure.what()}}, {}, {}});
    return std::nullopt;
  }
}

}  // namespace sats
