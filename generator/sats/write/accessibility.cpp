#include "sats/write/accessibility.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sats/page/tag_nesting.h"
#include "sats/text/utf8_step.h"
#include "sats/write/tag_attributes.h"

namespace sats {
namespace {

/// The first code point of a text as the Unicode charts write it, `U+F6C5`.
std::string code_point_of(std::string_view text) {
  std::uint32_t at = 0;
  auto rest = text.empty() ? char32_t{0} : next_code_point(text, at);
  std::string digits;
  for (; rest > 0 || digits.size() < 4; rest >>= 4U) digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 0xFU]);
  return "U+" + digits;
}

class Check {
 public:
  Check(const LaidDocument& document, const AccessibilitySeverity& severity, base::Problems& problems)
      : document_(document),
        nodes_(document.structure.nodes),
        severity_(severity.structure),
        severity_of_letters_(severity.letters),
        problems_(problems) {}

  void run() {
    find_written();
    if (document_.info.title.empty()) report("sats.ua.ingen-titel", 0);
    if (document_.info.language.empty()) report("sats.ua.intet-sprog", 0);
    int heading = 0;
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      if (!written_[node]) continue;
      check_heading(node, heading);
      if (nodes_[node].role == Role::figure || nodes_[node].role == Role::formula) check_alternative(node);
      check_nesting(node);
    }
    check_tables();
    for (const Link& link : document_.links) {
      if (link.node == kNone && !link.areas.empty())
        report_at("sats.ua.link-uden-tag", link.source_offset, link_target(link));
    }
    for (const FormField& field : document_.fields) {
      if (field.label.empty()) report("sats.ua.felt-uden-navn", field.node, {{"felt", field.name}});
    }
    check_dropped_pictures();
    check_glyphs();
  }

 private:
  static std::vector<base::Argument> link_target(const Link& link) {
    return {{"maal", link.target.empty() ? link.uri : link.target}};
  }

  void report(std::string code, NodeId node, std::vector<base::Argument> arguments = {}) {
    const bool known = node != kNone && node < nodes_.size();
    report_at(std::move(code), known ? nodes_[node].source_offset : kNone, std::move(arguments));
  }

  void report_at(std::string code, std::uint32_t offset, std::vector<base::Argument> arguments) {
    std::optional<base::Span> where;
    if (document_.source && offset != kNone) where = base::Span{document_.source, offset, offset};
    problems_.add({severity_, std::move(code), std::move(arguments), where, {}});
  }

  [[nodiscard]] const ElementAttributes* attributes_of(NodeId node) const {
    const std::uint32_t index = nodes_[node].attributes;
    return index == kNone ? nullptr : &document_.structure.attributes[index];
  }

  void check_heading(NodeId node, int& last) {
    const int level = static_cast<int>(nodes_[node].role) - static_cast<int>(Role::heading_1) + 1;
    if (level < 1 || level > 6) return;
    if (level > last + 1)
      report("sats.ua.overskrift-spring", node, {{"niveau", std::to_string(level)}, {"forrige", std::to_string(last)}});
    last = level;
  }

  void check_alternative(NodeId node) {
    const ElementAttributes* said = attributes_of(node);
    const bool has_text = said != nullptr && ((said->alternative && !said->alternative->empty()) || said->actual_text);
    if (!has_text) report("sats.ua.billede-uden-tekst", node);
  }

  /// What has nothing in it is not written, so that it breaks nothing either.
  void find_written() {
    written_.assign(nodes_.size(), false);
    const auto note = [this](NodeId node) {
      if (node < written_.size()) written_[node] = true;
    };
    for (const PaintItem& item : document_.items) note(item.tag.leaf);
    for (const Link& link : document_.links) {
      if (!link.areas.empty()) note(link.node);
    }
    for (const FormField& field : document_.fields) note(field.node);
    for (auto node = static_cast<NodeId>(nodes_.size()); node-- > 0;) {
      const Role role = nodes_[node].role;
      if (role == Role::table_data_cell || role == Role::table_header_cell) written_[node] = true;
      if (written_[node] && nodes_[node].parent != kNone) written_[nodes_[node].parent] = true;
    }
  }

  /// Layout puts in what is missing, so this is for trees that came from elsewhere, and for what it forgets.
  void check_nesting(NodeId node) {
    const NodeId parent = nodes_[node].parent;
    if (parent == kNone || !missing_between(nodes_[parent].role, nodes_[node].role)) return;
    const bool is_leaf = nodes_[node].role == Role::content;
    report("sats.ua.forkert-indlejring", parent,
           {{"indre", is_leaf ? "#text" : std::string(role_name(nodes_[node].role))},
            {"ydre", std::string(role_name(nodes_[parent].role))}});
  }

  /// The headers and cells of a table are its own, not those of a table inside it.
  void check_tables() {
    std::vector<NodeId> table(nodes_.size(), kNone);  // By node: the table it stands in, itself included.
    std::vector<bool> has_headers(nodes_.size(), false);
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      const Role role = nodes_[node].role;
      table[node] = role == Role::table ? node : nodes_[node].parent == kNone ? kNone : table[nodes_[node].parent];
      if (table[node] == kNone) continue;
      if (role == Role::table_header_cell) has_headers[table[node]] = true;
    }
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      if (nodes_[node].role == Role::table && written_[node] && !has_headers[node])
        report("sats.ua.tabel-uden-hoveder", node);
    }
  }

  /// Elsewhere it is a warning already, from where the picture was read.
  void check_dropped_pictures() {
    if (severity_ != base::Severity::error) return;
    for (const NodeId node : document_.dropped_pictures) report("sats.ua.billede-udeladt", node);
  }

  void check_glyphs() {
    for (std::uint32_t row = 0; row < document_.runs.size(); ++row) {
      const GlyphRun& run = document_.runs[row];
      // Glyph 0 is the empty box that stands for a letter no font has.
      for (std::uint32_t i = run.first_glyph; i < run.first_glyph + run.glyph_count; ++i) {
        if (document_.glyphs[i].id == 0)
          report_letter("sats.skrift.mangler-tegn", run.text_begin + document_.glyphs[i].cluster - run.cluster_base, row);
      }
      check_private_letters(run, row);
    }
  }

  /// A letter of the private use areas has a look in one font and no meaning that can be read (ISO 19005-2, 6.2.11.7.3).
  void check_private_letters(const GlyphRun& run, std::uint32_t row) {
    const std::string_view text = document_.text;
    for (std::uint32_t at = run.text_begin; at < run.text_end;) {
      const std::uint32_t begin = at;
      // All of them are written with a first byte from EE on.
      if (static_cast<unsigned char>(text[at]) < 0xEE) {
        ++at;
        continue;
      }
      const char32_t letter = next_code_point(text, at);
      const bool is_private = (letter >= 0xE000 && letter <= 0xF8FF) || letter >= 0xF0000;
      if (is_private) report_letter("sats.skrift.privat-tegn", begin, row);
    }
  }

  /// Says each letter once, however many of them there are.
  void report_letter(std::string code, std::uint32_t at, std::uint32_t run) {
    at = std::min(at, static_cast<std::uint32_t>(document_.text.size()));
    std::uint32_t end = at;
    if (end < document_.text.size()) next_code_point(document_.text, end);
    std::string letter = document_.text.substr(at, end - at);
    if (!reported_letters_.insert(letter).second) return;
    report_letter_in_run(std::move(code), std::move(letter), run);
  }

  /// Where the letter stands in the HTML: behind the beginning of the element whose text the run shows.
  void report_letter_in_run(std::string code, std::string letter, std::uint32_t run) {
    const auto painted = std::ranges::find_if(document_.items, [run](const PaintItem& item) {
      return item.kind == ItemKind::glyphs && item.index == run && item.tag.leaf != kNone;
    });
    NodeId node = painted == document_.items.end() ? kNone : painted->tag.leaf;
    while (node != kNone && nodes_[node].source_offset == kNone) node = nodes_[node].parent;
    const std::vector<base::Argument> arguments{{"tegn", letter}, {"kode", code_point_of(letter)}};
    base::Problem problem{severity_of_letters_, std::move(code), arguments, std::nullopt, {}};
    if (document_.source && node != kNone) {
      const std::uint32_t begin = nodes_[node].source_offset;
      const auto found = document_.source->text.find(letter, begin);
      const auto at = found == std::string::npos ? begin : static_cast<std::uint32_t>(found);
      problem.where = base::Span{document_.source, at, at};
    }
    problems_.add(std::move(problem));
  }

  const LaidDocument& document_;
  const std::vector<StructureNode>& nodes_;
  base::Severity severity_;
  base::Severity severity_of_letters_;
  base::Problems& problems_;
  std::set<std::string> reported_letters_;
  std::vector<bool> written_;  ///< By node: whether it has anything in it.
};

}  // namespace

void check_accessibility(const LaidDocument& document, const AccessibilitySeverity& severity, base::Problems& problems) {
  Check(document, severity, problems).run();
}

}  // namespace sats
