#include "sats/layout/document.h"

#include <algorithm>
#include <array>

#include "sats/layout/link_address.h"

namespace sats::layout {

namespace {

/// OpenType features for the font-variant properties, as `font-feature-settings` writes them.
std::string feature_settings(const ComputedStyle& style) {
  std::string list;
  const auto add = [&list](std::string_view feature) {
    if (!list.empty()) list += ", ";
    list += feature;
  };
  static constexpr std::array<std::string_view, 5> kNumeric{"", "\"tnum\" 1", "\"onum\" 1", "\"lnum\" 1", "\"pnum\" 1"};
  const auto numeric = kNumeric[static_cast<std::size_t>(style.font_variant_numeric)];
  if (style.font_variant_caps == style::FontCaps::small_caps) add("\"smcp\" 1");
  if (!numeric.empty()) add(numeric);
  if (style.font_variant_ligatures == style::Ligatures::none) add("\"liga\" 0"), add("\"clig\" 0");
  if (style.font_kerning == style::Kerning::none) add("\"kern\" 0");
  return list;
}

/// The bytes of a `data:` address in base64 or plain; nothing when it is ill-formed.
std::optional<std::string> decode_data_address(std::string_view address) {
  const auto comma = address.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto data = address.substr(comma + 1);
  if (address.substr(0, comma).ends_with(";base64")) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : data) {
      static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
      const auto digit = kDigits.find(c);
      if (digit == std::string_view::npos) continue;
      bits = bits << 6U | static_cast<std::uint32_t>(digit);
      count += 6;
      if (count < 8) continue;
      count -= 8;
      bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
    }
    return bytes;
  }
  return percent_decoded(data);
}

}  // namespace

Color resolved_color(css::Colour colour, const ComputedStyle& style) {
  const auto& real = colour.current ? style.color : colour;
  return {real.red, real.green, real.blue, real.alpha};
}

void Document::report(base::Severity severity, const char* code, html::NodeIndex node,
                      std::vector<base::Argument> arguments) {
  problems.add({.severity = severity,
                .code = code,
                .arguments = std::move(arguments),
                .where = tree.span(node == html::kNoNode ? 0 : node),
                .hints = {}});
}

const TextMeasures& Document::measures(const ComputedStyle& style) {
  if (text_measures.size() <= style.index)
    text_measures.resize(std::max<std::size_t>(styled.styles.size(), style.index + 1));
  auto& row = text_measures[style.index];
  if (row.ready) return row;
  FontRequest request;
  if (style.font_family != nullptr)
    request.families.assign(style.font_family->names.begin(), style.font_family->names.end());
  request.weight = static_cast<int>(style.font_weight);
  request.slant = style.font_style == style::FontStyle::normal ? Slant::upright : Slant::italic;
  row.text.font = fonts.find(request);
  row.text.size = style.font_size;
  row.text.letter_spacing = style.letter_spacing.resolve(style.font_size);
  row.text.word_spacing = style.word_spacing.resolve(style.font_size);
  row.text.language = shaper.language(language(style));
  const auto settings = feature_settings(style);
  if (!settings.empty()) row.text.features = shaper.features(settings);
  const auto& face = fonts.metrics(row.text.font);
  const float size = style.font_size;
  row.font_ascent = face.ascent * size;
  row.font_descent = face.descent * size;
  row.x_height = face.x_height * size;
  row.space = face.space_advance * size;
  row.underline_offset = face.underline_offset * size;
  row.underline_thickness = face.underline_thickness * size;
  row.strikeout_offset = face.strikeout_offset * size;
  const float natural = row.font_ascent + row.font_descent;
  float height = natural + face.line_gap * size;
  const auto& wanted = style.line_height;
  if (wanted.kind == style::LineHeightKind::number) height = wanted.value * size;
  if (wanted.kind == style::LineHeightKind::length) height = wanted.value;
  if (wanted.flat) height = 0;
  row.ascent = row.font_ascent + (height - natural) / 2;
  row.descent = height - row.ascent;
  row.ready = true;
  return row;
}

std::uint32_t Document::picture(std::string_view address, html::NodeIndex node) {
  const auto [entry, is_new] = picture_rows.try_emplace(std::string(address), kNone);
  if (!is_new) return entry->second;
  // A picture that cannot be had is a warning: the rest of the document says more than no document.
  base::Problems unread;
  std::optional<std::string> bytes;
  if (address.starts_with("data:"))
    bytes = decode_data_address(address.substr(5));
  else if (files != nullptr && address.find("://") == std::string_view::npos)
    bytes = files->read(address, unread);
  if (!bytes) {
    report(base::Severity::warning, "sats.billede.mangler", node, {{"navn", std::string(address.substr(0, 80))}});
    return kNone;
  }
  const auto name = address.starts_with("data:") ? address.substr(0, 30) : address;
  auto read =
      pictures.read(std::move(*bytes), name, {.language = std::string(language(styled.styles[0])), .css = {}}, unread);
  for (auto problem : unread) {
    if (problem.severity == base::Severity::error) problem.severity = base::Severity::warning;
    if (!problem.where) problem.where = tree.span(node == html::kNoNode ? 0 : node);
    problems.add(std::move(problem));
  }
  if (read == nullptr) return kNone;
  out.pictures.push_back(std::move(read));
  return entry->second = static_cast<std::uint32_t>(out.pictures.size() - 1);
}

}  // namespace sats::layout
