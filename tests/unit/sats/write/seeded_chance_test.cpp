#include "sats/write/seeded_chance.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>

#include "sats/write/encryption_seed.h"
#include "sats/write/qpdf_headers.h"

namespace {

constexpr sats::Digest256 kSeed{1, 2, 3};

/// As qpdf draws.
std::string drawn_by_qpdf(std::size_t count = 32) {
  std::string bytes(count, '\0');
  QUtil::initializeWithRandomBytes(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size());
  return bytes;
}

std::string seed_digits(const sats::Encryption& encryption, std::string_view content) {
  const auto seed = sats::encryption_seed(encryption, content);
  return QUtil::hex_encode({seed.begin(), seed.end()});
}

}  // namespace

TEST_CASE("while a seed is set, the thread draws what belongs to the seed, and never the same twice") {
  std::string first;
  {
    const sats::SeededChance chance(kSeed);
    first = drawn_by_qpdf();
    CHECK(drawn_by_qpdf() != first);
  }
  const sats::SeededChance again(kSeed);
  CHECK(drawn_by_qpdf() == first);
  const sats::SeededChance other(sats::Digest256{1, 2, 4});
  CHECK(drawn_by_qpdf() != first);
}

TEST_CASE("before and after a seed, and on other threads meanwhile, chance is the system's") {
  std::string seeded;
  std::string elsewhere;
  {
    const sats::SeededChance chance(kSeed);
    std::thread([&elsewhere] { elsewhere = drawn_by_qpdf(); }).join();
    seeded = drawn_by_qpdf();
  }
  CHECK(elsewhere != seeded);
  const std::string after = drawn_by_qpdf();
  CHECK(after != seeded);
  CHECK(after != drawn_by_qpdf());
  CHECK(after.find_first_not_of('\0') != std::string::npos);
  std::string elsewhere_again;
  const sats::SeededChance chance(kSeed);
  std::thread([&elsewhere_again] { elsewhere_again = drawn_by_qpdf(); }).join();
  CHECK(elsewhere_again != elsewhere);
}

TEST_CASE("a seed that is left by an exception is set no longer") {
  const auto fail = [] {
    const sats::SeededChance chance(kSeed);
    throw std::runtime_error("fejl");
  };
  CHECK_THROWS(fail());
  CHECK(drawn_by_qpdf() != drawn_by_qpdf());
  const std::string system = drawn_by_qpdf();
  const sats::SeededChance chance(kSeed);
  CHECK(drawn_by_qpdf() != system);
}

TEST_CASE("seeds and what is drawn from them are what other programs make of the same words") {
  // Python: hashlib.scrypt(b"4:ejer6:bruger", salt=b"sats 1 100" + sha256(content), n=4096, r=8, p=1, dklen=32)
  const sats::Encryption encryption{.user_password = "bruger", .owner_password = "ejer"};
  const std::string content = "%PDF indhold";
  CHECK(seed_digits(encryption, content) == "9d75365c38e281a689ab2680a678520c8954cf320338b4befd72cefaeb79d61a");
  // sha256(b"1:" + seed), sha256(b"2:" + seed)
  sats::SeededChance chance(sats::encryption_seed(encryption, content));
  CHECK(QUtil::hex_encode(chance.draw(40)) ==
        "eb61d436cf4eab75e819b2abda2c90380708097270263b8dcbe9806e7761b694"
        "933beaccfc8f9a47");
}
