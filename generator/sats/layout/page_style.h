#pragma once

#include <array>
#include <map>

#include "base/print_document.h"
#include "sats/layout/document.h"

namespace sats::layout {

/// What distinguishes pages in `@page` selectors.
struct PageKind {
  /// A page that only stands between others has none.
  enum class Content : std::uint8_t { none, some };

  std::uint16_t name = 0;
  bool first = false;
  bool blank = false;
  bool left = false;

  auto operator<=>(const PageKind&) const = default;
};

/// A page's sheet and margins in points, and the boxes in its margins.
struct PageGeometry {
  const ComputedStyle* style = nullptr;
  float width = 0;
  float height = 0;
  float margin_top = 0;
  float margin_right = 0;
  float margin_bottom = 0;
  float margin_left = 0;
  std::array<const ComputedStyle*, static_cast<std::size_t>(css::MarginBox::count_)> boxes{};

  [[nodiscard]] float content_width() const { return std::max(1.0F, width - margin_left - margin_right); }
  [[nodiscard]] float content_height() const { return std::max(1.0F, height - margin_top - margin_bottom); }
};

/// Works out pages from the page setup and the `@page` rules, each kind once.
class PageStyles {
 public:
  PageStyles(Document& document, const base::PageSetup& setup);

  const PageGeometry& of(const PageKind& kind);

 private:
  using Rules = std::vector<const css::PageRule*>;
  using Declarations = std::vector<const css::Declaration*>;

  PageGeometry compute(const PageKind& kind);
  [[nodiscard]] Rules rules_for(const PageKind& kind) const;
  [[nodiscard]] Declarations declared(const Rules& rules, css::MarginBox box) const;
  [[nodiscard]] const ComputedStyle& body_style() const;
  void set_size(PageGeometry& page) const;
  void set_margins(PageGeometry& page, const Declarations& declarations) const;
  const ComputedStyle* keep(ComputedStyle style);
  void add_running_lines(PageGeometry& page, const PageKind& kind);
  const ComputedStyle* running_text(const std::string& text, css::MarginBox box, const ComputedStyle& page);

  Document& document_;
  const base::PageSetup& setup_;
  std::map<PageKind, PageGeometry> known_;
};

/// The content of a running line with its `{fields}`.
css::ContentList running_content(std::string_view text);

}  // namespace sats::layout
