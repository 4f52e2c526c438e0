#include "plan/view/labels.h"

#include <utility>
#include <vector>

#include "base/messages.h"

namespace plan {

namespace {

/// The portal itself and what is below it, such as `https://info.jobnet.dk/…`.
bool is_on_jobnet(std::string_view address) {
  constexpr std::string_view kHost = "jobnet.dk";
  const std::size_t begin = address.find("//");
  if (begin == std::string_view::npos) return false;
  address.remove_prefix(begin + 2);
  const std::string_view host = address.substr(0, address.find_first_of("/?#:"));
  return host == kHost || host.ends_with(std::string(".").append(kHost));
}

}  // namespace

const nlohmann::json* Labels::find(std::string_view group, std::string_view code) const {
  const nlohmann::json* at = &tree_;
  while (!group.empty()) {
    const std::size_t dot = group.find('.');
    const auto found = at->find(std::string(group.substr(0, dot)));
    if (!at->is_object() || found == at->end()) return nullptr;
    at = &*found;
    group.remove_prefix(dot == std::string_view::npos ? group.size() : dot + 1);
  }
  if (!at->is_object()) return nullptr;
  const auto found = at->find(std::string(code));
  return found == at->end() ? nullptr : &*found;
}

std::string Labels::text(std::string_view group, std::string_view code) const {
  const nlohmann::json* found = find(group, code);
  if (found != nullptr && found->is_string()) return found->get<std::string>();
  report_missing(group, code);
  return {};
}

void Labels::report_missing(std::string_view group, std::string_view code) const {
  problems_.add({.code = "plan.ord.mangler",
                 .arguments = {{"gruppe", std::string(group)}, {"ord", std::string(code)}},
                 .where = {},
                 .hints = {}});
}

std::string Labels::fill(std::string_view group, std::string_view code, Values values) const {
  std::vector<base::Argument> arguments;
  for (const auto& [name, value] : values) arguments.push_back({std::string(name), std::string(value)});
  return base::fill_in(text(group, code), arguments);
}

nlohmann::json Labels::link(std::string_view name) const {
  const nlohmann::json* found = find("links", name);
  if (found != nullptr && found->is_object() && found->contains("tekst")) {
    std::string address = found->value("url", "");
    if (!leads_to_jobnet() && is_on_jobnet(address)) address.clear();
    return {{"tekst", found->value("tekst", "")}, {"url", std::move(address)}};
  }
  report_missing("links", name);
  return {{"tekst", ""}, {"url", ""}};
}

}  // namespace plan
