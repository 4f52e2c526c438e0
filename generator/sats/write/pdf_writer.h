#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/problem.h"
#include "sats/page/laid_document.h"

namespace sats {

class FontLibrary;
class Shaper;

/// Whether a document that breaks PDF/UA is written with warnings or not written.
enum class Strictness : std::uint8_t { lenient, strict };

/// Plain PDF 1.7 with PDF/UA-1 tags, or the same that is PDF/A-2a too (A-3a when something is attached).
enum class Archival : std::uint8_t { none, pdf_a };

/// Whether the file is ordered for being shown while it loads.
enum class Delivery : std::uint8_t { plain, linearized };

/// Passwords and rights of an encrypted file (AES-256). Assistive technology is always let through. Without a password for
/// the owner the users' gives all rights.
struct Encryption {
  std::string user_password;
  std::string owner_password;
  bool allow_print = true;
  bool allow_copy = false;
  bool allow_change = false;
};

struct WriteOptions {
  Strictness strictness = Strictness::lenient;
  Archival archival = Archival::none;
  Delivery delivery = Delivery::plain;
  std::optional<Encryption> encryption;
  int compression = 5;  ///< libdeflate's 0-12; 6 takes a third longer and saves a thirtieth.
};

/// Writes PDFs. Font subsets are remembered across documents; one writer may be used by many threads.
class PdfWriter {
 public:
  explicit PdfWriter(FontLibrary& fonts, Shaper& shaper);
  PdfWriter(const PdfWriter&) = delete;
  PdfWriter& operator=(const PdfWriter&) = delete;
  ~PdfWriter();

  /// The bytes of the PDF; nothing when a problem is an error. The same document gives the same bytes.
  std::optional<std::string> write(const LaidDocument& document, const WriteOptions& options, base::Problems& problems);

  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace sats
