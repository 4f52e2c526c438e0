#include "plan/schema/schema.h"

#include <nlohmann/json.hpp>

#include "plan/schema/judge.h"
#include "plan/schema/loops.h"
#include "plan/schema/patterns.h"
#include "plan/schema/walk.h"

namespace plan {

struct Schema::Parts {
  nlohmann::json json;
  Patterns patterns;
  Judge judge;
};

namespace {

base::Problem unusable(const load::JsonDocument& document, std::string code, std::string why) {
  return {.code = std::move(code),
          .arguments = {{"grund", std::move(why)}},
          .where = base::Span{document.source, document.range.begin, document.range.begin + 1},
          .hints = {}};
}

}  // namespace

std::optional<Schema> Schema::compile(const load::JsonDocument& document, base::Problems& problems) {
  if (leads_to_itself(document.value)) {
    problems.add(unusable(document, "skema.ring", ""));
    return std::nullopt;
  }
  std::string why_not;
  auto judge = Judge::compile(document.value, why_not);
  if (!judge) {
    problems.add(unusable(document, "skema.ubrugeligt", why_not));
    return std::nullopt;
  }
  return Schema(std::make_shared<const Parts>(Parts{document.value, Patterns(document.value), *std::move(judge)}));
}

std::vector<Violation> Schema::violations(const nlohmann::json& value) const {
  std::vector<Violation> found;
  try {
    found = walk_schema(parts_->json, parts_->patterns, value);
  } catch (const nlohmann::json::exception&) {
    found.clear();  // a keyword of another type than draft 7 gives it, which valijson let pass
  }
  if (found.empty() && !parts_->judge.accepts(value)) found.emplace_back();
  return found;
}

const nlohmann::json& Schema::json() const { return parts_->json; }

}  // namespace plan
