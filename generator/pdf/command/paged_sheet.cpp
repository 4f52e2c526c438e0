#include "pdf/command/paged_sheet.h"

#include <fmt/format.h>

#include <array>

#include "pdf/running_text.h"

namespace pdf {

namespace {

std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\{:x} ", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string content_of(std::string_view line, const base::PrintDocument& document) {
  std::string content;
  walk_running_text(
      line, [&](std::string_view text) { content += css_string(text) + ' '; },
      [&](std::string_view field) {
        if (field == "title") content += css_string(document.title) + ' ';
        if (field == "chapter") content += "string(vejviser-chapter, last) ";
        if (field == "page") content += "counter(page) ";
        if (field == "pages") content += "counter(pages) ";
      });
  return content;
}

std::string margin_box(std::string_view place, std::string_view line, const base::PrintDocument& document) {
  const auto content = content_of(line, document);
  return content.empty() ? std::string() : fmt::format("@{} {{ content: {}; }}\n", place, content);
}

}  // namespace

std::string paged_sheet(const base::PrintDocument& document) {
  const auto& page = document.page;
  constexpr std::array<std::string_view, 6> kPlaces{"top-left",    "top-center",    "top-right",
                                                    "bottom-left", "bottom-center", "bottom-right"};
  const std::array<std::string_view, 6> lines{page.header.left, page.header.center, page.header.right,
                                              page.footer.left, page.footer.center, page.footer.right};
  std::string css = fmt::format("@page {{ size: {}mm {}mm; margin: {}mm {}mm {}mm {}mm; font-size: 8pt;\n", page.width,
                                page.height, page.margin_top, page.margin_right, page.margin_bottom, page.margin_left);
  std::string plain = "@page :first {\n";
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    css += margin_box(kPlaces[i], lines[i], document);
    plain += fmt::format("@{} {{ content: none; }}\n", kPlaces[i]);
  }
  css += "}\n";
  if (page.first_page == base::FirstPage::plain) css += plain + "}\n";
  css +=
      "[data-chapter] { string-set: vejviser-chapter attr(data-chapter); }\n"
      "[data-page-of]::after { content: target-counter(attr(data-page-of), page); }\n"
      "[data-leader]::after { content: leader('.'); }\n"
      "[data-no-bookmark] { bookmark-level: none; }\n"
      "[data-bookmark] { bookmark-label: attr(data-bookmark); }\n";
  return css;
}

}  // namespace pdf
