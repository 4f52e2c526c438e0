#include "documents/html_walk.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace documents {

namespace {

namespace style = sats::style;
using sats::css::ContentItem;
using sats::css::PseudoElement;
using sats::html::kNoNode;
using sats::html::NodeKind;
using sats::html::Tag;
using style::Display;
using style::ListStyleType;

bool is_out_of_flow(const style::ComputedStyle& of) {
  return of.position == style::Position::absolute || of.position == style::Position::fixed ||
         of.float_ == style::Float::left || of.float_ == style::Float::right;
}

icu::UnicodeString capitalized(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  bool in_word = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    icu::UnicodeString letter(text.char32At(i));
    const bool is_letter = u_isalnum(text.char32At(i)) != 0;
    out += is_letter && !in_word ? letter.toUpper() : letter;
    in_word = is_letter || (in_word && text.char32At(i) != ' ' && text.char32At(i) != '\n');
  }
  return out;
}

std::string transformed(std::string_view text, style::TextTransform how) {
  if (how == style::TextTransform::none) return std::string(text);
  auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (how == style::TextTransform::uppercase) units.toUpper();
  if (how == style::TextTransform::lowercase) units.toLower();
  if (how == style::TextTransform::capitalize) units = capitalized(units);
  std::string out;
  units.toUTF8String(out);
  return out;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

HtmlWalk::HtmlWalk(const sats::html::Tree& tree, style::StyledTree& styled,
                   const std::map<std::string, std::uint32_t>& pages, Expected& out)
    : tree_(tree), styled_(styled), pages_(pages), out_(out) {
  for (Node node = 0; node < tree.nodes.size(); ++node) {
    if (tree[node].kind == NodeKind::element && tree.has_attribute(node, "id"))
      ids_.emplace(tree.attribute(node, "id"), node);
  }
}

const style::ComputedStyle* HtmlWalk::pseudo(Node node, PseudoElement which) const {
  const auto row = styled_.nodes[node].of(which);
  return row == style::kNoStyle ? nullptr : &styled_.styles[row];
}

void HtmlWalk::say(std::string_view text) {
  if (voice_ == Voice::read)
    out_.text.add(text);
  else
    out_.hidden += squeezed(text);
}

void HtmlWalk::text(std::string_view text, const Style& style) {
  if (style.visibility != style::Visibility::visible) return;
  say(transformed(text, style.text_transform));
}

void HtmlWalk::open_block(const Style& style) {
  const bool loose = is_out_of_flow(style) || style.display == Display::inline_block ||
                     style.display == Display::inline_flex || style.display == Display::inline_table;
  if (loose)
    out_.text.gap(Gap::loose);
  else if (style.display != Display::inline_)
    out_.text.gap(Gap::space);
}

void HtmlWalk::element(Node node) {
  const Style& style = style_of(node);
  if (style.display == Display::none) {
    for (Node inner = node; inner < tree_[node].end; ++inner) {
      if (tree_[inner].kind == NodeKind::element) note_strings(inner, style_of(inner));
    }
    return;
  }
  if (style.display == Display::table_column || style.display == Display::table_column_group) return;
  counters_.enter();
  count(node, style);
  const Voice outer = voice_;
  if (tree_.attribute(node, "aria-hidden") == "true") voice_ = Voice::artifact;
  const bool is_note = style.float_ == style::Float::footnote;
  if (!is_note) open_block(style);
  const std::size_t begin = out_.text.size();
  note_strings(node, style);
  note_bookmark(node, style, begin);
  if (is_note)
    note(node);
  else if (!replaced(node))
    content(node);
  if (!is_note) open_block(style);
  voice_ = outer;
  note_element(node, style, begin);
  counters_.leave();
}

bool HtmlWalk::replaced(Node node) {
  switch (tree_[node].tag) {
    case Tag::br: out_.text.gap(Gap::space); return true;
    case Tag::hr: return true;
    case Tag::img: figure(tree_.attribute(node, "alt")); return true;
    case Tag::svg:
      figure(tree_.has_attribute(node, "aria-label") ? tree_.attribute(node, "aria-label") : tree_.attribute(node, "alt"));
      return true;
    case Tag::input:
    case Tag::textarea:
    case Tag::select: field(node); return true;
    default: break;
  }
  if (tree_.attribute(node, "role") != "img") return false;
  figure(tree_.attribute(node, "aria-label"));
  return true;
}

void HtmlWalk::content(Node node) {
  const Style& style = style_of(node);
  if (style.display == Display::list_item) marker(node, style);
  children(node);
}

void HtmlWalk::children(Node node) {
  const auto display = style_of(node).display;
  const bool is_flex = display == Display::flex || display == Display::inline_flex;
  generated(node, PseudoElement::before);
  for (auto child = tree_.first_child(node); child != kNoNode; child = tree_.next_sibling(child)) {
    if (is_flex) out_.text.gap(Gap::space);
    if (tree_[child].kind == NodeKind::text)
      text(tree_[child].text, style_of(node));
    else
      element(child);
  }
  if (is_flex) out_.text.gap(Gap::space);
  generated(node, PseudoElement::after);
}

void HtmlWalk::figure(std::string_view alternative) {
  out_.text.gap(Gap::loose);
  if (voice_ == Voice::read) out_.text.add(alternative);
  out_.text.gap(Gap::loose);
}

void HtmlWalk::field(Node node) {
  out_.text.gap(Gap::loose);
  const auto name = tree_.attribute(node, "name");
  const auto label = label_of(node);
  out_.fields.push_back({to_utf32(name.empty() ? tree_.attribute(node, "id") : name), to_utf32(label)});
}

std::string HtmlWalk::label_of(Node control) const {
  if (const auto said = tree_.attribute(control, "aria-label"); !said.empty()) return std::string(said);
  for (Node node = 0; node < tree_.nodes.size(); ++node) {
    if (tree_[node].kind != NodeKind::element || tree_[node].tag != Tag::label) continue;
    const bool names_it =
        !tree_.attribute(control, "id").empty() && tree_.attribute(node, "for") == tree_.attribute(control, "id");
    if (names_it || (node < control && control < tree_[node].end)) return one_line(tree_.text_content(node));
  }
  return std::string(tree_.attribute(control, "title"));
}

void HtmlWalk::note_strings(Node node, const Style& style) {
  if (style.string_set == nullptr) return;
  for (const auto& set : style.string_set->sets) {
    out_.strings.push_back({std::string(set.name), content_text(node, set.value), out_.text.size()});
  }
}

void HtmlWalk::note_bookmark(Node node, const Style& style, std::size_t begin) {
  if (style.bookmark_level <= 0) return;
  const bool has_label = style.bookmark_label != nullptr && !style.bookmark_label->items.empty();
  const auto title = has_label ? content_text(node, *style.bookmark_label) : tree_.text_content(node);
  out_.bookmarks.push_back({squeezed(title), static_cast<int>(style.bookmark_level), begin});
}

void HtmlWalk::note_element(Node node, const Style& style, std::size_t begin) {
  const Stretch letters{begin, out_.text.size()};
  stretches_[node] = {letters.begin, letters.end};
  const auto id = tree_.attribute(node, "id");
  const auto first = ids_.find(id);
  if (!id.empty() && first->second == node) out_.ids.push_back({std::string(id), letters});
  if (tree_[node].tag == Tag::a && tree_.has_attribute(node, "href") && voice_ == Voice::read)
    out_.links.push_back({std::string(tree_.attribute(node, "href")), letters});
  if (style.display == Display::table || style.display == Display::inline_table) note_table(node);
  if (style.continued_title != nullptr) note_continued(node, style, begin);
}

void HtmlWalk::note_table(Node node) {
  for (auto part = tree_.first_child(node); part != kNoNode; part = tree_.next_sibling(part)) {
    if (tree_[part].kind != NodeKind::element || style_of(part).display != Display::table_header_group) continue;
    const auto [from, to] = stretches_[part];
    out_.repetitions.push_back({squeezed(out_.text.text(from, to)), {from, to}, {from, out_.text.size()}});
    break;  // Only the first is a head.
  }
}

void HtmlWalk::note_continued(Node node, const Style& style, std::size_t begin) {
  for (Node inner = node; inner < tree_[node].end; ++inner) {
    if (tree_[inner].kind != NodeKind::element || sats::html::heading_level(tree_[inner].tag) == 0) continue;
    const auto [from, to] = stretches_[inner];
    const auto title = squeezed(out_.text.text(from, to) + std::string(style.continued_title->text));
    out_.repetitions.push_back({title, {from, to}, {begin, out_.text.size()}});
    return;
  }
}

}  // namespace documents
