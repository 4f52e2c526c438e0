// Encrypted files: who gets in, what they may do, and that nobody else learns anything.

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "sats/write/qpdf_headers.h"
#include "small_document.h"
#include "temporary_pdf.h"

namespace {

using sats::Encryption;

/// What a reader knows of a file that it has opened.
struct Opened {
  std::string key;
  bool as_owner = false;
  bool may_read_aloud = false;
  bool may_extract = false;
  bool may_print = false;
};

/// The file as opened with a password; nothing when the password is not one of its own.
std::optional<Opened> opened(const std::string& pdf, const std::string& password) {
  QPDF file;
  try {
    file.processMemoryFile("pdf", pdf.data(), pdf.size(), password.c_str());
  } catch (const QPDFExc& refused) {
    REQUIRE(refused.getErrorCode() == qpdf_e_password);
    return std::nullopt;
  }
  return Opened{file.getEncryptionKey(), file.ownerPasswordMatched(), file.allowAccessibility(), file.allowExtractAll(),
                file.allowPrintHighRes()};
}

std::string encrypted(const sats_test::SmallDocument& document, const Encryption& encryption) {
  base::Problems problems;
  const auto pdf = document.write(problems, {.encryption = encryption});
  REQUIRE(pdf.has_value());
  return *pdf;
}

std::string encrypted(const Encryption& encryption) { return encrypted(sats_test::good_document(), encryption); }

}  // namespace

TEST_CASE("a file with a password for users alone is opened by nobody without it") {
  const std::string pdf = encrypted({.user_password = "hemmelig"});
  CHECK_FALSE(opened(pdf, "").has_value());
  CHECK_FALSE(opened(pdf, "gæt").has_value());
  const auto inside = opened(pdf, "hemmelig");
  REQUIRE(inside.has_value());
  CHECK(inside->as_owner);  // There is no other owner.
  CHECK(inside->may_read_aloud);
  const sats_test::TemporaryPdf file(pdf);
  CHECK(file.ask("pdftotext", "-").find("Min plan") == std::string::npos);
  CHECK(file.ask("pdftotext -upw hemmelig", "-").find("Min plan") != std::string::npos);
}

TEST_CASE("each of two passwords opens the file, and only the owner's gives all rights") {
  const std::string pdf = encrypted({.user_password = "bruger", .owner_password = "ejer"});
  CHECK_FALSE(opened(pdf, "").has_value());
  const auto owner = opened(pdf, "ejer");
  REQUIRE(owner.has_value());
  CHECK(owner->as_owner);
  const auto user = opened(pdf, "bruger");
  REQUIRE(user.has_value());
  CHECK_FALSE(user->as_owner);
  CHECK(user->may_read_aloud);
  CHECK(user->may_print);
  CHECK_FALSE(user->may_extract);
  CHECK(user->key == owner->key);
}

TEST_CASE("a file with a password for the owner alone is opened by everybody, with the rights that are left") {
  const auto anyone = opened(encrypted({.owner_password = "ejer"}), "");
  REQUIRE(anyone.has_value());
  CHECK_FALSE(anyone->as_owner);
  CHECK(anyone->may_read_aloud);
  CHECK_FALSE(anyone->may_extract);
}
