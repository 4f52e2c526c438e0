#include "pdf/sats/sats_engine.h"

#include "base/whole_source.h"
#include "sats/typeset.h"

namespace pdf {

namespace {

/// What the typesetter calls the HTML that we made, and that nobody but us has seen.
constexpr const char* kMadeHtml = "html";

/// A place in the HTML says nothing to whoever wrote the plan or the guide, and its text may be personal: the problem is
/// then about the file that the HTML was made of. Places in a theme's style sheets stay.
base::Problem about_source(base::Problem problem, const std::string& source) {
  const auto is_made = [](const std::optional<base::Span>& where) { return where && where->source->name == kMadeHtml; };
  if (is_made(problem.where)) problem.where = base::whole_source(source);
  for (auto& hint : problem.hints) {
    if (is_made(hint.where)) hint.where = base::whole_source(source);
  }
  return problem;
}

class SatsEngine final : public PdfEngine {
 public:
  explicit SatsEngine(const EngineOptions& options) : patience_(static_cast<double>(options.patience.count())) {}

  [[nodiscard]] std::string_view name() const override { return "sats"; }
  [[nodiscard]] Availability availability() const override { return {}; }

  std::optional<Typeset> typeset(const base::PrintDocument& document, const base::FileStore& resources,
                                 base::Problems& problems) const override {
    auto set = ::sats::typeset(document, shared_,
                               {.source_name = kMadeHtml, .limits = {.seconds = patience_}, .files = &resources});
    for (const auto& problem : set.problems) problems.add(about_source(problem, document.source));
    if (set.pdf.empty()) return std::nullopt;
    Typeset typeset{.pdf = std::move(set.pdf), .pages = static_cast<int>(set.pages), .landmarks = {}};
    typeset.landmarks.reserve(set.landmarks.size());
    for (auto& landmark : set.landmarks) {
      typeset.landmarks.push_back({std::move(landmark.id), static_cast<int>(landmark.page) + 1});
    }
    return typeset;
  }

 private:
  double patience_;
  mutable ::sats::Resources shared_;  // its caches see to their own threads
};

}  // namespace

std::unique_ptr<PdfEngine> make_sats_engine(const EngineOptions& options) { return std::make_unique<SatsEngine>(options); }

}  // namespace pdf
