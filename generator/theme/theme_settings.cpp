#include "theme/theme_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "base/suggest.h"
#include "load/json_places.h"

namespace theme {

namespace {

using nlohmann::json;

struct Paper {
  std::string_view name;
  double width;  // millimetres
  double height;
};
constexpr std::array kPapers{Paper{"A3", 297, 420}, Paper{"A4", 210, 297}, Paper{"A5", 148, 210},
                             Paper{"Letter", 215.9, 279.4}};

struct Unit {
  std::string_view name;
  double millimetres;
};
constexpr std::array kUnits{Unit{"mm", 1}, Unit{"cm", 10}, Unit{"pt", 25.4 / 72}, Unit{"in", 25.4}};

/// A length in millimetres from `24mm`, `2.4cm` or a number of millimetres.
std::optional<double> millimetres(const json& value) {
  if (value.is_number()) return value.get<double>();
  if (!value.is_string()) return std::nullopt;
  const std::string_view text = value.get_ref<const std::string&>();
  double amount = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc()) return std::nullopt;
  const auto unit_name = text.substr(static_cast<std::size_t>(rest - text.data()));
  const auto unit = std::find_if(kUnits.begin(), kUnits.end(), [unit_name](const Unit& u) { return u.name == unit_name; });
  return unit == kUnits.end() ? std::nullopt : std::optional(amount * unit->millimetres);
}

/// Reads one `theme.json`, keeping the JSON pointer of where it stands for the problems.
class SettingsReading {
 public:
  using Take = std::function<void(const json&)>;
  struct Member {
    std::string_view key;
    Take take;
  };

  SettingsReading(const load::JsonDocument& document, ThemeSettings& settings, base::Problems& problems)
      : places_(document), settings_(settings), problems_(problems) {}

  void read(const json& root) {
    read_object(root, {{"name", text_into(settings_.name)},
                       {"extends", [this](const json& value) { expect_text(value); }},
                       {"description", text_into(settings_.description)},
                       {"logo", [this](const json& value) { read_logo(value); }},
                       {"page", [this](const json& value) { read_pages(value); }},
                       {"tokens", [this](const json& value) { read_tokens(value); }},
                       {"boxes", [this](const json& value) { read_boxes(value); }},
                       {"items", [this](const json& value) { read_items(value); }}});
  }

 private:
  void read_logo(const json& value) {
    read_object(value, {{"file", text_into(settings_.logo_file)}, {"text", text_into(settings_.logo_text)}});
  }

  void read_pages(const json& value) {
    read_object(value, {{"paper", [this](const json& paper) { read_paper(paper); }},
                        {"plan", [this](const json& page) { read_page(page, settings_.plan_page); }},
                        {"book", [this](const json& page) { read_page(page, settings_.book_page); }}});
  }

  void read_paper(const json& value) {
    if (!expect_text(value)) return;
    const auto& name = value.get_ref<const std::string&>();
    const auto paper = std::find_if(kPapers.begin(), kPapers.end(), [&name](const Paper& p) { return p.name == name; });
    if (paper == kPapers.end()) {
      std::vector<std::string> known;
      for (const auto& row : kPapers) known.emplace_back(row.name);
      return add("theme.json.ukendt-papir", {{"vaerdi", name}}, base::nearest_word(name, known));
    }
    for (auto* page : {&settings_.plan_page, &settings_.book_page}) {
      page->width = paper->width;
      page->height = paper->height;
    }
  }

  void read_page(const json& value, base::PageSetup& page) {
    read_object(value, {{"margins", [this, &page](const json& margins) { read_margins(margins, page); }},
                        {"header", [this, &page](const json& line) { read_line(line, page.header); }},
                        {"footer", [this, &page](const json& line) { read_line(line, page.footer); }},
                        {"firstPage", [this, &page](const json& first) { read_first_page(first, page); }}});
  }

  void read_margins(const json& value, base::PageSetup& page) {
    read_object(value, {{"top", length_into(page.margin_top)},
                        {"right", length_into(page.margin_right)},
                        {"bottom", length_into(page.margin_bottom)},
                        {"left", length_into(page.margin_left)}});
  }

  void read_line(const json& value, base::RunningLine& line) {
    line = {};
    read_object(value,
                {{"left", text_into(line.left)}, {"center", text_into(line.center)}, {"right", text_into(line.right)}});
  }

  void read_first_page(const json& value, base::PageSetup& page) {
    if (!expect_text(value)) return;
    const auto& word = value.get_ref<const std::string&>();
    const std::vector<std::string> known{"running", "plain"};
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      return add("theme.json.ukendt-vaerdi", {{"vaerdi", word}, {"muligheder", "running, plain"}},
                 base::nearest_word(word, known));
    }
    page.first_page = word == "plain" ? base::FirstPage::plain : base::FirstPage::running;
  }

  void read_tokens(const json& value) {
    each_member(value, [this](const std::string& name, const json& token) {
      if (!expect_text(token)) return;
      const auto& text = token.get_ref<const std::string&>();
      if (text.find_first_of(";{}<>") != std::string::npos) return add("theme.json.farligt-tegn", {{"navn", name}}, {});
      settings_.tokens[name] = text;
    });
  }

  void read_boxes(const json& value) {
    each_member(value, [this](const std::string& kind, const json& box) {
      auto& row = settings_.boxes[kind];
      read_object(box, {{"label", text_into(row.label)},
                        {"icon", text_into(row.icon)},
                        {"colour", text_into(row.colour)},
                        {"description", text_into(row.description)}});
    });
  }

  void read_items(const json& value) {
    each_member(value, [this](const std::string& kind, const json& group) {
      if (expect_text(group)) settings_.items[kind] = group.get<std::string>();
    });
  }

  Take text_into(std::string& target) {
    return [this, &target](const json& value) {
      if (expect_text(value)) target = value.get<std::string>();
    };
  }

  Take length_into(double& target) {
    return [this, &target](const json& value) {
      const auto length = millimetres(value);
      if (!length || *length < 0 || *length > 200) return add("theme.json.ikke-laengde", {{"vaerdi", value.dump()}}, {});
      target = *length;
    };
  }

  bool expect_text(const json& value) {
    if (value.is_string()) return true;
    add("theme.json.ikke-tekst", {}, {});
    return false;
  }

  /// Visits each member of an object; keys that begin with `//` are remarks.
  void each_member(const json& value, const std::function<void(const std::string&, const json&)>& visit) {
    if (!value.is_object()) return add("theme.json.ikke-objekt", {}, {});
    const auto length = pointer_.size();
    for (const auto& [key, element] : value.items()) {
      if (key.starts_with("//")) continue;
      pointer_ += "/" + escaped(key);
      visit(key, element);
      pointer_.resize(length);
    }
  }

  void read_object(const json& value, const std::vector<Member>& members) {
    each_member(value, [this, &members](const std::string& key, const json& element) {
      const auto member = std::find_if(members.begin(), members.end(), [&key](const Member& m) { return m.key == key; });
      if (member != members.end()) return member->take(element);
      std::vector<std::string> known;
      for (const auto& row : members) known.emplace_back(row.key);
      add_at_key("theme.json.ukendt-noegle", {{"noegle", key}}, base::nearest_word(key, known));
    });
  }

  static std::string escaped(const std::string& key) {
    std::string step;
    for (const char c : key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return step;
  }

  void add(std::string_view code, std::vector<base::Argument> arguments, const std::optional<std::string>& nearest) {
    add_problem(code, std::move(arguments), nearest, places_.locate(pointer_).value);
  }

  void add_at_key(std::string_view code, std::vector<base::Argument> arguments, const std::optional<std::string>& nearest) {
    const auto place = places_.locate(pointer_);
    add_problem(code, std::move(arguments), nearest, place.key.value_or(place.value));
  }

  void add_problem(std::string_view code, std::vector<base::Argument> arguments, const std::optional<std::string>& nearest,
                   base::Span where) {
    base::Problem problem{
        .code = std::string(code), .arguments = std::move(arguments), .where = std::move(where), .hints = {}};
    if (nearest) problem.hints.push_back(base::did_you_mean(*nearest));
    problems_.add(std::move(problem));
  }

  load::JsonPlaces places_;
  ThemeSettings& settings_;
  base::Problems& problems_;
  std::string pointer_;
};

}  // namespace

std::vector<std::string> ThemeSettings::box_kinds() const {
  std::vector<std::string> kinds;
  for (const auto& [kind, box] : boxes) kinds.push_back(kind);
  return kinds;
}

std::string parent_of(const load::JsonDocument& document) {
  if (!document.value.is_object()) return "standard";
  const auto parent = document.value.find("extends");
  return parent != document.value.end() && parent->is_string() ? parent->get<std::string>() : "standard";
}

void apply_settings(const load::JsonDocument& document, ThemeSettings& settings, base::Problems& problems) {
  SettingsReading(document, settings, problems).read(document.value);
}

}  // namespace theme
