#include "end_to_end/pdf_pages.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "support/run_program.h"

namespace end_to_end {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// The pages' upper margin, where running heads stand.
constexpr double kMargin = 56;

std::string output_of(std::vector<std::string> arguments) {
  return test_support::run_program({.arguments = std::move(arguments), .folder = ".", .environment = {}}).out;
}

std::string unescaped(std::string text) {
  for (const auto& [entity, sign] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"}, {"&amp;", "&"}}) {
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, std::string_view(entity).size(), sign);
  }
  return text;
}

std::vector<std::vector<Word>> read_words(const fs::path& pdf) {
  static const std::regex expression(
      R"re(<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)</word>)re");
  std::vector<std::vector<Word>> pages;
  std::istringstream lines(output_of({"pdftotext", "-bbox", pdf.string(), "-"}));
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (line.find("<page ") != std::string::npos) {
      pages.emplace_back();
    } else if (!pages.empty() && std::regex_search(line, match, expression)) {
      const Area area{std::stod(match[1]), std::stod(match[2]), std::stod(match[3]), std::stod(match[4])};
      pages.back().push_back({unescaped(match[5]), area});
    }
  }
  return pages;
}

/// The objects of a PDF in qpdf's JSON.
class Objects {
 public:
  explicit Objects(const fs::path& pdf) : file_(json::parse(output_of({"qpdf", "--json=2", pdf.string()}))) {
    for (const auto& page : file_.at("pages")) pages_.push_back(page.at("object"));
    for (const auto& [key, object] : file_.at("qpdf").at(1).items()) {
      const auto& value = object.value("value", json());
      if (value.is_object() && value.value("/Type", "") == "/Catalog" && value.contains("/Names"))
        read_names(value["/Names"]);
    }
  }

  [[nodiscard]] std::vector<Link> links() const {
    std::vector<Link> links;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const json annotations = resolved(resolved(pages_[i]).value("/Annots", json::array()));
      for (const auto& one : annotations) {
        const json annotation = resolved(one);
        if (annotation.value("/Subtype", "") == "/Link") links.push_back(link_of(annotation, i));
      }
    }
    return links;
  }

  [[nodiscard]] std::vector<Bookmark> bookmarks() const {
    std::vector<Bookmark> bookmarks;
    add_bookmarks(file_.at("outlines"), 1, bookmarks);
    return bookmarks;
  }

 private:
  [[nodiscard]] json resolved(const json& value) const {
    static const std::regex reference(R"(\d+ \d+ R)");
    if (!value.is_string() || !std::regex_match(value.get<std::string>(), reference)) return value;
    return file_.at("qpdf").at(1).at("obj:" + value.get<std::string>()).value("value", json());
  }

  void read_names(const json& names) { read_tree(resolved(resolved(names).value("/Dests", json()))); }

  void read_tree(const json& node) {
    if (!node.is_object()) return;
    for (const auto& kid : resolved(node.value("/Kids", json::array()))) read_tree(resolved(kid));
    const json pairs = resolved(node.value("/Names", json::array()));
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) names_[pairs[i]] = resolved(pairs[i + 1]);
  }

  [[nodiscard]] double height_of(std::size_t page) const { return resolved(pages_[page]).at("/MediaBox").at(3); }

  [[nodiscard]] Place place_of(json target) const {
    if (target.is_string() && names_.contains(target)) target = names_.at(target);
    if (target.is_object()) target = resolved(target.value("/D", json()));
    if (!target.is_array() || target.size() < 4) return {};
    const auto page = std::find(pages_.begin(), pages_.end(), target[0]);
    if (page == pages_.end()) return {};
    const auto index = static_cast<std::size_t>(page - pages_.begin());
    return {index + 1, height_of(index) - (target[3].is_number() ? target[3].get<double>() : height_of(index))};
  }

  [[nodiscard]] Link link_of(const json& annotation, std::size_t page) const {
    Link link{.page = page + 1, .areas = areas_of(annotation, height_of(page)), .target = {}, .address = {}};
    const json action = resolved(annotation.value("/A", json::object()));
    link.target = place_of(resolved(annotation.contains("/Dest") ? annotation["/Dest"] : action.value("/D", json())));
    if (action.contains("/URI")) link.address = action["/URI"].get<std::string>().substr(2);
    return link;
  }

  /// Lines of their own where the link says so, its whole rectangle else.
  static std::vector<Area> areas_of(const json& annotation, double height) {
    const json quads = annotation.value("/QuadPoints", json::array());
    std::vector<Area> areas;
    const auto add = [&](double left, double right, double low, double high) {
      areas.push_back(
          {std::min(left, right), height - std::max(low, high), std::max(left, right), height - std::min(low, high)});
    };
    for (std::size_t i = 0; i + 7 < quads.size(); i += 8) add(quads[i], quads[i + 2], quads[i + 5], quads[i + 1]);
    const auto& whole = annotation.at("/Rect");
    if (areas.empty()) add(whole[0], whole[2], whole[1], whole[3]);
    return areas;
  }

  void add_bookmarks(const json& entries, int level, std::vector<Bookmark>& bookmarks) const {
    for (const auto& entry : entries) {
      bookmarks.push_back({entry.at("title"), level, place_of(entry.at("dest"))});
      add_bookmarks(entry.at("kids"), level + 1, bookmarks);
    }
  }

  json file_;
  std::vector<json> pages_;
  std::map<json, json> names_;
};

bool lies_in(const Word& word, const Area& area) {
  const double x = (word.area.left + word.area.right) / 2;
  const double y = (word.area.top + word.area.bottom) / 2;
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

}  // namespace

std::vector<std::string> PdfPages::words_in(std::size_t page, const std::vector<Area>& areas) const {
  std::vector<std::string> found;
  for (const Word& word : words.at(page - 1)) {
    if (std::any_of(areas.begin(), areas.end(), [&](const Area& area) { return lies_in(word, area); }))
      found.push_back(word.text);
  }
  return found;
}

std::string PdfPages::text_at(const Place& place, double height) const {
  std::string text;
  if (place.page == 0 || place.page > words.size()) return text;
  for (const std::string& word : words_in(place.page, {{0, place.top, 10'000, place.top + height}})) text += word + " ";
  return text;
}

std::string PdfPages::running_head(std::size_t page) const { return text_at({page, 0}, kMargin); }

PdfPages read_pages(const fs::path& pdf) {
  const Objects objects(pdf);
  return {.words = read_words(pdf), .links = objects.links(), .bookmarks = objects.bookmarks()};
}

std::string squeezed(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ',' && std::isspace(static_cast<unsigned char>(c)) == 0; });
  return out;
}

}  // namespace end_to_end
