#include "sats/html/open_elements.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"

namespace sats::html {

namespace {

/// Elements that stay open until they are ended, in the order of the alphabet.
constexpr std::array kStaying = std::to_array<std::string_view>(
    {"abbr", "article", "aside",   "b",     "bdi",  "bdo",     "big",   "blockquote", "center",     "cite",
     "code", "del",     "details", "dfn",   "div",  "dl",      "em",    "fieldset",   "figcaption", "figure",
     "font", "footer",  "header",  "i",     "ins",  "kbd",     "label", "main",       "mark",       "menu",
     "nav",  "ol",      "q",       "s",     "samp", "section", "small", "span",       "strike",     "strong",
     "sub",  "summary", "sup",     "table", "time", "tt",      "u",     "ul",         "var"});
static_assert(std::ranges::is_sorted(kStaying));

/// Those of them that may stand in a line of text, and so in a paragraph.
constexpr std::array kInline = std::to_array<std::string_view>(
    {"abbr", "b", "bdi", "bdo",  "big",   "cite", "code",   "del",    "dfn", "em",  "font", "i",  "ins", "kbd", "label",
     "mark", "q", "s",   "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",   "var"});
static_assert(std::ranges::is_sorted(kInline));

/// What stands in these is text up to their end.
constexpr std::array<std::string_view, 6> kTexts{"iframe", "script", "style", "textarea", "title", "xmp"};

bool ends_name(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/' || c == '>'; }

class OpenElements {
 public:
  explicit OpenElements(std::string_view html) : html_(html) {}

  std::optional<std::uint32_t> passing(std::size_t most) {
    for (at_ = html_.find('<'); at_ < html_.size(); at_ = html_.find('<', at_)) {
      const auto begin = at_;
      read_markup();
      if (open_.size() > most) return static_cast<std::uint32_t>(begin);
    }
    return std::nullopt;
  }

 private:
  /// An element that HTML ends by itself, with all that stands open in it, and how many were open around it.
  struct Encloser {
    std::string_view kind;  ///< `p`, `li`, `td`, or the `list` or `table` that keeps outer ones open.
    std::size_t around;
  };

  void read_markup() {
    if (html_.substr(at_).starts_with("<!--")) {
      const auto end = html_.find("-->", at_ + 2);  // `<!-->` is whole.
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return;
    }
    const bool ends = at_ + 1 < html_.size() && html_[at_ + 1] == '/';
    at_ += ends ? 2 : 1;
    const auto begin = at_;
    while (at_ < html_.size() && !ends_name(html_[at_])) ++at_;
    const auto name = base::lower_ascii(html_.substr(begin, at_ - begin));
    if (name.empty() || name.front() < 'a' || name.front() > 'z') return;
    skip_attributes();
    if (ends)
      end(name);
    else
      start(name);
  }

  void skip_attributes() {
    char before = ' ';
    for (; at_ < html_.size() && html_[at_] != '>'; ++at_) {
      const char c = html_[at_];
      if ((c == '"' || c == '\'') && before == '=') at_ = std::min(html_.find(c, at_ + 1), html_.size() - 1);
      if (c != ' ' && c != '\n' && c != '\t') before = c;
    }
  }

  void start(std::string_view name) {
    if (std::ranges::find(kTexts, name) != kTexts.end()) return skip_text(name);
    const bool stays = std::ranges::binary_search(kStaying, name);
    if (name == "p" || (stays && !std::ranges::binary_search(kInline, name))) leave("p");
    if (name == "p") enclosers_.push_back({"p", open_.size()});
    if (name == "li" || name == "dd" || name == "dt") begin_part("li", "list");
    if (name == "td" || name == "th" || name == "tr") begin_part("td", "table");
    if (name == "table") enclosers_.push_back({"table", open_.size()});
    if (name == "ol" || name == "ul" || name == "dl" || name == "menu") enclosers_.push_back({"list", open_.size()});
    if (!stays) return;
    open_.push_back(number_of(name));
    ++count_[open_.back()];
  }

  void end(std::string_view name) {
    if (name == "p" || name == "li") return leave(name);
    if (name == "td" || name == "th" || name == "tr") return leave("td");
    if (name == "table") return leave("table");
    if (!std::ranges::binary_search(kStaying, name)) return;
    const auto number = number_of(name);
    if (count_[number] == 0) return;
    auto place = open_.size() - 1;
    while (open_[place] != number) --place;
    if (!std::ranges::binary_search(kInline, name)) return shrink_to(place);
    // The blocks that stand in it stay open.
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(place));
    --count_[number];
    drop_enclosers();
  }

  /// Ends the innermost of a kind, unless a list or table keeps it open.
  void leave(std::string_view kind) {
    for (auto i = enclosers_.size(); i-- > 0;) {
      if (enclosers_[i].kind == kind) {
        const auto around = enclosers_[i].around;
        enclosers_.resize(i);
        return shrink_to(around);
      }
      if (enclosers_[i].kind == "table" || (enclosers_[i].kind == "list" && kind != "table" && kind != "td")) return;
    }
  }

  static std::uint8_t number_of(std::string_view name) {
    return static_cast<std::uint8_t>(std::ranges::lower_bound(kStaying, name) - kStaying.begin());
  }

  void shrink_to(std::size_t size) {
    for (; open_.size() > size; open_.pop_back()) --count_[open_.back()];
    drop_enclosers();
  }

  /// What began inside an element that has ended has ended too; a list's mark stands in front of the list.
  void drop_enclosers() {
    while (!enclosers_.empty() && (enclosers_.back().around > open_.size() ||
                                   (enclosers_.back().kind == "list" && enclosers_.back().around == open_.size())))
      enclosers_.pop_back();
  }

  void begin_part(std::string_view kind, std::string_view holder) {
    leave(kind);
    const bool held = std::ranges::find(enclosers_, holder, &Encloser::kind) != enclosers_.end();
    if (held || kind == "li") enclosers_.push_back({kind, open_.size()});
  }

  void skip_text(std::string_view name) {
    for (auto end = html_.find("</", at_); end != std::string_view::npos; end = html_.find("</", end + 2)) {
      if (base::lower_ascii(html_.substr(end + 2, name.size())) != name) continue;
      at_ = end;
      return;
    }
    at_ = html_.size();
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::uint8_t> open_;  ///< Names as numbers, the innermost last.
  std::array<std::size_t, kStaying.size()> count_{};
  std::vector<Encloser> enclosers_;
};

}  // namespace

std::optional<std::uint32_t> too_deep_at(std::string_view html, std::size_t most) {
  // No tag is shorter than `<b>`, so an ordinary document is not even looked at.
  if (html.size() / 3 <= most) return std::nullopt;
  return OpenElements(html).passing(most);
}

}  // namespace sats::html
