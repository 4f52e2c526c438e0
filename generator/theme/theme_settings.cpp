#include "theme/theme_settings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/suggest.h"
#include "load/json_settings_reader.h"

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

/// A piece of a running line that begins with a brace: the name in it, and whether it has both its braces.
struct Bracketed {
  std::string name;
  bool is_closed = false;
};

/// The first such piece that is no field; nothing when all is well.
std::optional<Bracketed> no_field(std::string_view line) {
  for (auto at = line.find_first_of("{}"); at != std::string_view::npos; at = line.find_first_of("{}")) {
    line.remove_prefix(at);
    const auto end = std::min(line.find_first_of("{}", 1), line.size());
    const bool is_closed = line.front() == '{' && end < line.size() && line[end] == '}';
    const auto name = line.substr(1, end - 1);
    if (!is_closed || std::ranges::find(base::kRunningFields, name) == base::kRunningFields.end())
      return Bracketed{std::string(name), is_closed};
    line.remove_prefix(end + 1);
  }
  return std::nullopt;
}

/// Reads one `theme.json` over the settings so far.
class SettingsReading {
 public:
  using Take = load::JsonSettingsReader::Take;

  SettingsReading(const load::JsonDocument& document, ThemeSettings& settings, base::Problems& problems)
      : reader_(document, problems), settings_(settings) {}

  void read(const json& root) {
    reader_.read_object(root, {{"name", reader_.text_into(settings_.name)},
                               {"extends", [this](const json& value) { reader_.expect_text(value); }},
                               {"description", reader_.text_into(settings_.description)},
                               {"logo", [this](const json& value) { read_logo(value); }},
                               {"page", [this](const json& value) { read_pages(value); }},
                               {"tokens", [this](const json& value) { read_tokens(value); }},
                               {"boxes", [this](const json& value) { read_boxes(value); }},
                               {"items", [this](const json& value) { read_items(value); }}});
  }

 private:
  void read_logo(const json& value) {
    reader_.read_object(
        value, {{"file", reader_.text_into(settings_.logo_file)}, {"text", reader_.text_into(settings_.logo_text)}});
  }

  void read_pages(const json& value) {
    reader_.read_object(value, {{"paper", [this](const json& paper) { read_paper(paper); }},
                                {"plan", [this](const json& page) { read_page(page, settings_.plan_page); }},
                                {"book", [this](const json& page) { read_page(page, settings_.book_page); }}});
  }

  void read_paper(const json& value) {
    if (!reader_.expect_text(value)) return;
    const auto& name = value.get_ref<const std::string&>();
    const auto paper = std::find_if(kPapers.begin(), kPapers.end(), [&name](const Paper& p) { return p.name == name; });
    if (paper == kPapers.end()) {
      std::vector<std::string> known;
      for (const auto& row : kPapers) known.emplace_back(row.name);
      return reader_.add("theme.json.ukendt-papir", {{"vaerdi", name}}, base::nearest_word(name, known));
    }
    for (auto* page : {&settings_.plan_page, &settings_.book_page}) {
      page->width = paper->width;
      page->height = paper->height;
    }
  }

  void read_page(const json& value, base::PageSetup& page) {
    reader_.read_object(value, {{"margins", [this, &page](const json& margins) { read_margins(margins, page); }},
                                {"header", [this, &page](const json& line) { read_line(line, page.header); }},
                                {"footer", [this, &page](const json& line) { read_line(line, page.footer); }},
                                {"firstPage", first_page_into(page)}});
  }

  void read_margins(const json& value, base::PageSetup& page) {
    reader_.read_object(value, {{"top", length_into(page.margin_top)},
                                {"right", length_into(page.margin_right)},
                                {"bottom", length_into(page.margin_bottom)},
                                {"left", length_into(page.margin_left)}});
  }

  void read_line(const json& value, base::RunningLine& line) {
    line = {};
    reader_.read_object(value, {{"left", running_text_into(line.left)},
                                {"center", running_text_into(line.center)},
                                {"right", running_text_into(line.right)}});
  }

  Take running_text_into(std::string& target) {
    return [this, &target](const json& value) {
      if (!reader_.expect_text(value)) return;
      target = value.get<std::string>();
      const auto piece = no_field(target);
      if (!piece) return;
      if (!piece->is_closed) return reader_.add("theme.json.parentes", {});
      const std::vector<std::string> known(base::kRunningFields.begin(), base::kRunningFields.end());
      reader_.add("theme.json.sidefelt", {{"felt", piece->name}}, base::nearest_word(piece->name, known));
    };
  }

  Take first_page_into(base::PageSetup& page) {
    return [this, &page, read = reader_.word_into(first_page_, {"running", "plain"})](const json& value) {
      read(value);
      page.first_page = first_page_ == "plain" ? base::FirstPage::plain : base::FirstPage::running;
    };
  }

  void read_tokens(const json& value) {
    reader_.each_member(value, [this](const std::string& name, const json& token) {
      if (!reader_.expect_text(token)) return;
      const auto& text = token.get_ref<const std::string&>();
      if (text.find_first_of(";{}<>") != std::string::npos)
        return reader_.add("theme.json.farligt-tegn", {{"navn", name}}, {});
      settings_.tokens[name] = text;
    });
  }

  void read_boxes(const json& value) {
    reader_.each_member(value, [this](const std::string& kind, const json& box) {
      auto& row = settings_.boxes[kind];
      reader_.read_object(box, {{"label", reader_.text_into(row.label)},
                                {"icon", reader_.text_into(row.icon)},
                                {"colour", reader_.text_into(row.colour)},
                                {"description", reader_.text_into(row.description)}});
    });
  }

  void read_items(const json& value) {
    std::vector<std::string> known;
    for (const auto& [kind, group] : settings_.items) known.push_back(kind);
    reader_.each_member(value, [this, &known](const std::string& kind, const json& group) {
      if (!reader_.expect_text(group)) return;
      // The first theme of a chain names every kind that plans have.
      if (!known.empty() && !settings_.items.contains(kind))
        return reader_.add_at_key("theme.json.ukendt-indsats", {{"art", kind}}, base::nearest_word(kind, known));
      settings_.items[kind] = group.get<std::string>();
    });
  }

  Take length_into(double& target) {
    return [this, &target](const json& value) {
      const auto length = millimetres(value);
      if (!length || *length < 0 || *length > 200)
        return reader_.add("theme.json.ikke-laengde", {{"vaerdi", value.dump()}}, {});
      target = *length;
    };
  }

  load::JsonSettingsReader reader_;
  ThemeSettings& settings_;
  std::string first_page_;
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
