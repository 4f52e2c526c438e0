#include "sats/write/accessibility.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sats {
namespace {

class Check {
 public:
  Check(const LaidDocument& document, base::Severity severity, base::Problems& problems)
      : document_(document), nodes_(document.structure.nodes), severity_(severity), problems_(problems) {}

  void run() {
    if (document_.info.title.empty()) report("sats.ua.ingen-titel", 0);
    if (document_.info.language.empty()) report("sats.ua.intet-sprog", 0);
    int heading = 0;
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      check_heading(node, heading);
      if (nodes_[node].role == Role::figure || nodes_[node].role == Role::formula) check_alternative(node);
      if (nodes_[node].role == Role::table) check_table(node);
    }
    for (const Link& link : document_.links) {
      if (link.node == kNone && !link.areas.empty()) report("sats.ua.link-uden-tag", kNone, {{"maal", link.uri}});
    }
    for (const FormField& field : document_.fields) {
      if (field.label.empty()) report("sats.ua.felt-uden-navn", field.node, {{"felt", field.name}});
    }
    check_glyphs();
  }

 private:
  void report(std::string code, NodeId node, std::vector<base::Argument> arguments = {}) {
    std::optional<base::Span> where;
    const std::uint32_t offset = node == kNone || node >= nodes_.size() ? kNone : nodes_[node].source_offset;
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

  void check_table(NodeId table) {
    bool has_header = false;
    std::size_t cells = 0;
    for (NodeId node = table + 1; node < nodes_.size() && is_below(node, table); ++node) {
      has_header = has_header || nodes_[node].role == Role::table_header_cell;
      cells += nodes_[node].role == Role::table_data_cell ? 1U : 0U;
    }
    if (!has_header && cells > 0) report("sats.ua.tabel-uden-hoveder", table);
  }

  /// Nodes are in document order, so what is below a node follows it at once.
  [[nodiscard]] bool is_below(NodeId node, NodeId above) const {
    while (node != kNone && node > above) node = nodes_[node].parent;
    return node == above;
  }

  /// Glyph 0 is the empty box that stands for a letter no font has.
  void check_glyphs() {
    std::vector<std::string> missing;
    for (const GlyphRun& run : document_.runs) {
      for (std::uint32_t i = run.first_glyph; i < run.first_glyph + run.glyph_count; ++i) {
        if (document_.glyphs[i].id != 0) continue;
        const std::uint32_t at = run.text_begin + document_.glyphs[i].cluster - run.cluster_base;
        std::uint32_t end = at + 1;
        while (end < document_.text.size() && (static_cast<unsigned char>(document_.text[end]) & 0xC0U) == 0x80) ++end;
        std::string letter = document_.text.substr(std::min<std::size_t>(at, document_.text.size()), end - at);
        if (std::find(missing.begin(), missing.end(), letter) == missing.end()) missing.push_back(std::move(letter));
      }
    }
    for (std::string& letter : missing) report("sats.skrift.mangler-tegn", kNone, {{"tegn", std::move(letter)}});
  }

  const LaidDocument& document_;
  const std::vector<StructureNode>& nodes_;
  base::Severity severity_;
  base::Problems& problems_;
};

}  // namespace

void check_accessibility(const LaidDocument& document, base::Severity severity, base::Problems& problems) {
  Check(document, severity, problems).run();
}

}  // namespace sats
