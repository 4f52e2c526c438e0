#include <doctest/doctest.h>

#include <string>

#include "laid_words.h"
#include "random_document.h"
#include "sats/typeset.h"

namespace {

/// How many documents are made: few where each takes twenty times as long.
#ifdef NDEBUG
constexpr std::uint32_t kDocuments = 600;
#else
constexpr std::uint32_t kDocuments = 60;
#endif

/// What is wrong with a laid out document; empty when nothing is.
std::string faults(const RandomDocument& made, const sats::LaidOut& laid) {
  if (!laid.document) return "no document";
  const auto& document = *laid.document;
  std::string said = laid_words::not_once(document) + laid_words::out_of_order(document);
  if (laid_words::count(document).size() != static_cast<std::size_t>(made.word_count())) said += "words missing ";
  if (document.pages.size() > 20 + 2 * static_cast<std::size_t>(made.word_count())) said += "too many pages ";
  for (const auto& problem : laid.problems) {
    const bool is_lost = problem.code == "sats.tekst-mangler" || problem.code == "sats.tekst-gentaget";
    if (problem.severity == base::Severity::error || is_lost) said += problem.code + " ";
  }
  return said;
}

}  // namespace

TEST_CASE("every word of documents made by chance comes out once, in order, and the pages end") {
  sats::Resources resources;
  sats::TypesetOptions options;
  options.limits.pages = 2000;
  for (std::uint32_t seed = 1; seed <= kDocuments; ++seed) {
    CAPTURE(seed);
    const RandomDocument made(seed);
    CHECK(faults(made, sats::lay_out(made.html(), {}, {}, resources, options)) == "");
  }
}
