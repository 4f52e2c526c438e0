#include "sats/layout/counters.h"

#include <algorithm>
#include <array>

namespace sats::layout {

namespace {

using style::ListStyleType;

std::string alphabetic(int number, std::string_view letters, std::size_t bytes_each) {
  const int base = static_cast<int>(letters.size() / bytes_each);
  std::string text;
  for (; number > 0; number = (number - 1) / base) {
    text.insert(0, letters.substr(static_cast<std::size_t>((number - 1) % base) * bytes_each, bytes_each));
  }
  return text;
}

std::string roman(int number, bool upper) {
  struct Row {
    int value;
    std::string_view text;
  };
  static constexpr std::array kRows = std::to_array<Row>({{1000, "m"},
                                                          {900, "cm"},
                                                          {500, "d"},
                                                          {400, "cd"},
                                                          {100, "c"},
                                                          {90, "xc"},
                                                          {50, "l"},
                                                          {40, "xl"},
                                                          {10, "x"},
                                                          {9, "ix"},
                                                          {5, "v"},
                                                          {4, "iv"},
                                                          {1, "i"}});
  std::string text;
  for (const auto& row : kRows) {
    for (; number >= row.value; number -= row.value) text += row.text;
  }
  if (upper) std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c - 32); });
  return text;
}

}  // namespace

std::string format_number(int number, ListStyleType type) {
  const bool countable = number > 0;
  switch (type) {
    case ListStyleType::decimal_leading_zero:
      return number >= 0 && number < 10 ? "0" + std::to_string(number) : std::to_string(number);
    case ListStyleType::lower_alpha:
      if (countable) return alphabetic(number, "abcdefghijklmnopqrstuvwxyz", 1);
      break;
    case ListStyleType::upper_alpha:
      if (countable) return alphabetic(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1);
      break;
    case ListStyleType::lower_greek:
      if (countable) return alphabetic(number, "αβγδεζηθικλμνξοπρστυφχψω", 2);
      break;
    case ListStyleType::lower_roman:
    case ListStyleType::upper_roman:
      if (countable && number < 4000) return roman(number, type == ListStyleType::upper_roman);
      break;
    case ListStyleType::none: return {};
    case ListStyleType::disc: return "•";
    case ListStyleType::circle: return "◦";
    case ListStyleType::square: return "▪";
    case ListStyleType::dash: return "–";
    default: break;
  }
  return std::to_string(number);
}

std::optional<int> page_counter(const css::CounterList* changes) {
  if (changes == nullptr) return std::nullopt;
  const auto found = std::ranges::find(changes->changes, "page", &css::CounterChange::name);
  return found == changes->changes.end() ? std::nullopt : std::optional(found->value);
}

void Counters::leave() {
  std::erase_if(instances_, [this](const Instance& instance) { return instance.depth > depth_; });
  --depth_;
}

Counters::Instance* Counters::find(std::string_view name) {
  const auto found =
      std::find_if(instances_.rbegin(), instances_.rend(), [name](const Instance& i) { return i.name == name; });
  return found == instances_.rend() ? nullptr : &*found;
}

void Counters::reset(std::string_view name, int value) {
  auto* last = find(name);
  if (last != nullptr && last->depth == depth_)
    last->value = value;
  else
    instances_.push_back({name, value, depth_});
}

void Counters::increment(std::string_view name, int by) {
  if (find(name) == nullptr) instances_.push_back({name, 0, depth_});
  auto* counter = find(name);
  counter->value = std::clamp(counter->value + by, -1'000'000'000, 1'000'000'000);
}

void Counters::set(std::string_view name, int value) {
  if (find(name) == nullptr) instances_.push_back({name, 0, depth_});
  find(name)->value = value;
}

int Counters::value(std::string_view name) const {
  const auto found =
      std::find_if(instances_.rbegin(), instances_.rend(), [name](const Instance& i) { return i.name == name; });
  return found == instances_.rend() ? 0 : found->value;
}

std::string Counters::text(std::string_view name, ListStyleType type) const { return format_number(value(name), type); }

std::string Counters::texts(std::string_view name, std::string_view separator, ListStyleType type) const {
  std::string text;
  for (const auto& instance : instances_) {
    if (instance.name != name) continue;
    if (!text.empty()) text += separator;
    text += format_number(instance.value, type);
  }
  return text.empty() ? format_number(0, type) : text;
}

}  // namespace sats::layout
