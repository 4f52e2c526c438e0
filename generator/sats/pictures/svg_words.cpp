#include "sats/pictures/svg_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "sats/pictures/svg_markup.h"

namespace sats {
namespace {

constexpr std::string_view kOpacity = "opacity";

/// What words stand in and are told by.
constexpr std::array<std::string_view, 5> kOfWords{"g", "text", "tspan", "title", "desc"};

/// An element that is open while the tags are read.
struct OpenElement {
  std::size_t opacity = std::string_view::npos;  ///< Where its `opacity` stands, when that may be changed.
  bool holds_words = true;                       ///< Nothing but words, as far as it is read.
};

bool has_any(const SvgTag& tag, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&tag](std::string_view name) { return !tag.attribute(name).empty(); });
}

/// Reads a drawing and notes which `opacity` is of words alone.
class WordReader {
 public:
  explicit WordReader(std::string_view svg) : svg_(svg) {}

  /// The places of these attributes, in order; none when the drawing cannot be read.
  std::vector<std::size_t> read() {
    SvgMarkup markup(svg_);
    while (const auto tag = markup.next()) {
      if (tag->kind == SvgTag::Kind::closes)
        close();
      else
        open(*tag);
      if (tag->kind == SvgTag::Kind::stands_alone) close();
    }
    if (markup.failed()) return {};
    std::ranges::sort(found_);
    return found_;
  }

 private:
  void open(const SvgTag& tag) {
    const bool of_words = std::ranges::find(kOfWords, tag.name) != kOfWords.end();
    // What an element says of its own fill or stroke would not be what its opacity is.
    const bool is_plain = of_words && !has_any(tag, {"fill-opacity", "stroke", "stroke-opacity", "style", "class", "filter",
                                                     "mask", "clip-path"});
    const bool fades = !tag.attribute(kOpacity).empty();
    if (!is_plain || fades) note_other_than_words();
    OpenElement element{.holds_words = is_plain};
    const auto attribute =
        std::ranges::find(tag.attributes, kOpacity, &std::pair<std::string_view, std::string_view>::first);
    if (attribute != tag.attributes.end() && is_plain)
      element.opacity = static_cast<std::size_t>(attribute->first.data() - svg_.data());
    open_.push_back(element);
  }

  /// What is around one that holds more than words does so too, so the way outwards ends at the first of them.
  void note_other_than_words() {
    for (auto around = open_.rbegin(); around != open_.rend() && around->holds_words; ++around) around->holds_words = false;
  }

  void close() {
    if (open_.empty()) return;
    const auto& closed = open_.back();
    if (closed.holds_words && closed.opacity != std::string_view::npos) found_.push_back(closed.opacity);
    open_.pop_back();
  }

  std::string_view svg_;
  std::vector<OpenElement> open_;
  std::vector<std::size_t> found_;
};

}  // namespace

std::string with_words_kept(std::string svg) {
  const auto places = WordReader(svg).read();
  for (auto place = places.rbegin(); place != places.rend(); ++place) svg.insert(*place, "fill-");
  return svg;
}

}  // namespace sats
