#include "pdf/wkhtmltopdf/running_pages.h"

#include <fmt/format.h>

#include <array>

#include "pdf/running_text.h"

namespace pdf {

namespace {

bool is_empty(const base::RunningLine& line) { return line.left.empty() && line.center.empty() && line.right.empty(); }

Node element(std::string_view tag, std::string style) {
  Node node;
  node.tag = tag;
  node.attributes = {{"style", std::move(style)}};
  return node;
}

/// One document's running lines, filled in page by page.
class Writer {
 public:
  Writer(const base::PrintDocument& document, const std::vector<std::string>& chapters)
      : document_(document), chapters_(chapters) {}

  [[nodiscard]] Node page(std::size_t index) const {
    const auto& setup = document_.page;
    const bool last = index + 1 == chapters_.size();
    // Shorter than the paper, so that no rounding makes a second page of it.
    auto page = element("div", fmt::format("position:relative;overflow:hidden;height:{}mm;{}", setup.height - 1,
                                           last ? "" : "page-break-after:always"));
    if (index == 0 && setup.first_page == base::FirstPage::plain) return page;
    page.children.push_back(line(setup.header, 0, setup.margin_top, index));
    page.children.push_back(line(setup.footer, setup.height - setup.margin_bottom - 1, setup.margin_bottom, index));
    return page;
  }

 private:
  /// A table of three cells, centred in the height of its margin.
  [[nodiscard]] Node line(const base::RunningLine& words, double top, double height, std::size_t index) const {
    const auto& setup = document_.page;
    auto table = element(
        "div", fmt::format("position:absolute;display:table;table-layout:fixed;top:{}mm;left:{}mm;width:{}mm;height:{}mm",
                           top, setup.margin_left, setup.width - setup.margin_left - setup.margin_right, height));
    const std::array<std::pair<std::string_view, const std::string*>, 3> cells{
        {{"left", &words.left}, {"center", &words.center}, {"right", &words.right}}};
    for (const auto& [side, text] : cells) {
      auto cell = element("div", fmt::format("display:table-cell;vertical-align:middle;text-align:{};{}", side,
                                             text->empty() ? "width:1%" : ""));
      Node inside;
      inside.text = filled(*text, index);
      cell.children.push_back(std::move(inside));
      table.children.push_back(std::move(cell));
    }
    return table;
  }

  [[nodiscard]] std::string filled(std::string_view text, std::size_t index) const {
    std::string out;
    walk_running_text(
        text, [&](std::string_view plain) { out += plain; },
        [&](std::string_view field) {
          if (field == "title") out += document_.title;
          if (field == "chapter") out += chapters_[index];
          if (field == "page") out += std::to_string(index + 1);
          if (field == "pages") out += std::to_string(chapters_.size());
        });
    return out;
  }

  const base::PrintDocument& document_;
  const std::vector<std::string>& chapters_;
};

}  // namespace

bool has_running_lines(const base::PageSetup& page) { return !is_empty(page.header) || !is_empty(page.footer); }

Markup running_pages(const base::PrintDocument& document, const Markup& prepared, const std::vector<std::string>& chapters) {
  Markup markup;
  markup.html.tag = "html";
  markup.html.attributes = prepared.html.attributes;
  markup.html.children.push_back(prepared.head());
  auto body = element("body",
                      "margin:0 !important;padding:0 !important;background:none !important;font-size:8pt "
                      "!important;line-height:1.3;color:#444");
  const Writer writer(document, chapters);
  for (std::size_t i = 0; i < chapters.size(); ++i) body.children.push_back(writer.page(i));
  markup.html.children.push_back(std::move(body));
  return markup;
}

}  // namespace pdf
