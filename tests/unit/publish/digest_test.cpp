#include "publish/digest.h"

#include <doctest/doctest.h>

TEST_CASE("the digest is what FIPS 180-4 gives for its examples") {
  CHECK(publish::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(publish::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(publish::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(publish::sha256(std::string(1, '\0')) != publish::sha256(""));
}
