#include "pdf/sats/sats_engine.h"

#include "sats/typeset.h"

namespace pdf {

namespace {

class SatsEngine final : public PdfEngine {
 public:
  explicit SatsEngine(const EngineOptions& options) : patience_(static_cast<double>(options.patience.count())) {}

  [[nodiscard]] std::string_view name() const override { return "sats"; }
  [[nodiscard]] Availability availability() const override { return {}; }

  std::optional<Typeset> typeset(const base::PrintDocument& document, const base::FileStore& resources,
                                 base::Problems& problems) const override {
    auto set = ::sats::typeset(document, shared_,
                               {.source_name = document.title, .limits = {.seconds = patience_}, .files = &resources});
    problems.add_all(set.problems);
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
