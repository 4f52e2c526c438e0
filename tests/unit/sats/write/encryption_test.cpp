// Encrypted files: who gets in, what they may do, that nobody else learns anything, and that they are the same bytes each
// time.

#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

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

std::string encrypted(const Encryption& encryption, sats::Delivery delivery = sats::Delivery::plain,
                      const sats_test::SmallDocument& document = sats_test::good_document()) {
  base::Problems problems;
  return document.write(problems, {.delivery = delivery, .encryption = encryption}).value_or("");
}

/// The two parts of a file's name in its trailer, which are never encrypted.
std::vector<std::string> identifiers(const std::string& pdf, const std::string& password = "") {
  QPDF file;
  file.processMemoryFile("pdf", pdf.data(), pdf.size(), password.c_str());
  std::vector<std::string> parts;
  for (QPDFObjectHandle& part : file.getTrailer().getKey("/ID").getArrayAsVector()) parts.push_back(part.getStringValue());
  return parts;
}

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

TEST_CASE("the same document with the same passwords is the same bytes, whoever else is writing") {
  const Encryption wish{.user_password = "bruger", .owner_password = "ejer"};
  const auto document = sats_test::good_document();
  for (const auto delivery : {sats::Delivery::plain, sats::Delivery::linearized}) {
    const std::string expected = encrypted(wish, delivery, document);
    CHECK(opened(expected, "bruger").has_value());
    std::vector<std::string> made(4);
    std::vector<std::thread> threads;
    for (std::string& one : made) threads.emplace_back([&] { one = encrypted(wish, delivery, document); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& one : made) CHECK((one == expected));
  }
}

TEST_CASE("what differs in words, passwords, rights or order has a key and a name of its own") {
  auto other_words = sats_test::good_document();
  other_words.laid.info.title += "!";
  const Encryption wish{.user_password = "ab", .owner_password = "c"};
  auto printless = wish;
  printless.allow_print = false;
  auto copied = wish;
  copied.allow_copy = true;
  auto changed = wish;
  changed.allow_change = true;
  const std::vector<std::string> files{encrypted(wish),
                                       encrypted({.user_password = "ab", .owner_password = "d"}),
                                       encrypted({.user_password = "ab"}),
                                       encrypted({.user_password = "ab", .owner_password = "abc"}),
                                       encrypted(printless),
                                       encrypted(copied),
                                       encrypted(changed),
                                       encrypted(wish, sats::Delivery::linearized),
                                       encrypted(wish, sats::Delivery::plain, other_words)};
  std::set<std::string> keys;
  std::set<std::string> names;
  for (const std::string& file : files) {
    keys.insert(opened(file, "ab").value().key);
    names.insert(identifiers(file, "ab").front());
  }
  // Passwords that together are the same letters.
  const std::string other_border = encrypted({.user_password = "a", .owner_password = "bc"});
  keys.insert(opened(other_border, "a").value().key);
  CHECK(keys.size() == files.size() + 1);
  CHECK(names.size() == files.size());
}

TEST_CASE("the name of an encrypted file tells neither its words nor the time") {
  base::Problems problems;
  const std::string open = sats_test::good_document().write(problems).value();
  for (const auto delivery : {sats::Delivery::plain, sats::Delivery::linearized}) {
    const auto parts = identifiers(encrypted({.owner_password = "ejer"}, delivery));
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].size() == 16);
    // A digest of the words in clear would let anybody try out what they might be.
    CHECK(parts[0] != identifiers(open).front());
    // qpdf would make the second of the clock. In a file that is new both are the same.
    CHECK(parts[0] == parts[1]);
  }
}
