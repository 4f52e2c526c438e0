#include "line/typeset.h"

#include "base/whole_source.h"

namespace line {

std::optional<Made> typeset(const base::PrintDocument& document, const pdf::PdfEngine& engine,
                            const base::FileStore& resources, base::Problems& problems) {
  base::Problems found;
  auto set = engine.typeset(document, resources, found);
  for (auto problem : found) {
    if (!problem.where && problem.severity != base::Severity::advice) problem.where = base::whole_source(document.source);
    problems.add(std::move(problem));
  }
  return set ? std::optional(Made{.bytes = std::move(set->pdf), .pages = set->pages}) : std::nullopt;
}

}  // namespace line
