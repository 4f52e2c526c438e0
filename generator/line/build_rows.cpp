#include "line/build_rows.h"

#include <algorithm>
#include <array>

#include "line/fingerprint.h"

namespace line {

std::span<const AudienceRow> audience_rows() {
  static constexpr std::array kAudiences{AudienceRow{"borger", plan::Audience::borger, "planer"},
                                         AudienceRow{"jobcenter", plan::Audience::jobcenter, "planer-jobcenter"},
                                         AudienceRow{"akasse", plan::Audience::akasse, "planer-akasse"}};
  return kAudiences;
}

const AudienceRow* first_audience(const Site& site) {
  const auto rows = audience_rows();
  const auto first = std::find_if(rows.begin(), rows.end(),
                                  [&](const AudienceRow& row) { return names(site.settings.audiences, row.word); });
  return first == rows.end() ? nullptr : &*first;
}

bool names(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string engine_mark(const SiteBuild& build, Form form) {
  if (is_for_screen(form) || build.engine == nullptr) return "";
  Fingerprint mark;
  mark.add(build.engine->name());
  for (const auto& word : build.site.settings.command) mark.add(word);
  return mark.sum();
}

int warning_count(const base::Problems& problems) { return static_cast<int>(problems.count(base::Severity::warning)); }

}  // namespace line
