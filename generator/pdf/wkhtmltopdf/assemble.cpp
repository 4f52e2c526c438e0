#include "pdf/wkhtmltopdf/assemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pdf/qpdf_document.h"
#include "pdf/qpdf_headers.h"
#include "pdf/wkhtmltopdf/layout.h"

namespace pdf {

namespace {

/// Dots of a leader: their distance and, as a part of it, the room before the page number.
constexpr double kDotDistance = 3.6;
constexpr double kDotsGap = 3;
/// A page is no whole number of QtWebKit's pixels high: so much of what begins the next page may show at the foot (one of
/// its pixels and a hair, in points).
constexpr double kNextPage = 0.8;
/// Beside a strip that is left out, in points: its border.
constexpr double kBesideStrip = 1;
constexpr std::string_view kRunningName = "/VejviserRunning";

double points(double millimetres) { return millimetres * kPointsPerMillimetre; }

QPDFObjectHandle real(double value) { return QPDFObjectHandle::newReal(value, 3); }

QPDFObjectHandle rectangle(const Box& box) {
  return QPDFObjectHandle::newArray({real(box.left), real(box.bottom), real(box.right), real(box.top)});
}

/// One document being put together.
class Assembly {
 public:
  Assembly(const Pieces& pieces, const base::PageSetup& setup)
      : pieces_(pieces),
        left_(points(setup.margin_left)),
        top_(points(setup.height - setup.margin_top)),
        paper_{0, 0, points(setup.width), points(setup.height)} {
    open_in_memory(pdf_, pieces.rendered);
    pages_ = pdf_.getAllPages();
    // The printed area begins at the top left corner; its foot is where rounding to whole points left it.
    if (!pages_.empty()) shift_up_ = top_ - QPDFPageObjectHelper(pages_.front()).getMediaBox().getArrayAsRectangle().ury;
  }

  std::string finish(const base::PrintDocument& document, const std::string& producer) {
    lay_on_paper();
    add_leaders();
    stamp_running_lines();
    write_contents();
    add_links();
    add_bookmarks();
    pdf_.getTrailer().removeKey("/Info");
    describe(pdf_, document, producer);
    return write_bytes(pdf_);
  }

 private:
  void lay_on_paper() {
    const auto& unmarked = pieces_.layout.pages();
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      pages_[i].replaceKey("/MediaBox", rectangle(paper_));
      pages_[i].removeKey("/Annots");
      contents_.push_back("q " + clip(static_cast<int>(i) + 1) +
                          fmt::format("1 0 0 1 {:.3f} {:.3f} cm\n{}\nQ\n", left_, shift_up_, unmarked[i].content));
    }
  }

  /// What keeps a page's content off the next page's first edge and out of its empty strips.
  [[nodiscard]] std::string clip(int page) const {
    const double foot = shift_up_ + kNextPage;
    auto clip = fmt::format("0 {:.3f} {:.3f} {:.3f} re W n\n", foot, paper_.right, paper_.top - foot);
    for (const auto& [strip_page, box] : pieces_.empty_strips) {
      if (strip_page != page) continue;
      clip += fmt::format("0 0 {:.3f} {:.3f} re {:.3f} 0 {:.3f} {:.3f} re W* n\n", paper_.right, paper_.top,
                          left_ + box.left - kBesideStrip, box.width() + 2 * kBesideStrip,
                          shift_up_ + box.top - kMarkWidth * 0.75);
    }
    return clip;
  }

  /// Round dots on the base line of the leader, on a grid that all lines of a page share.
  void add_leaders() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const auto& marks = pieces_.layout.pages()[i].marks;
      for (const auto& [leader, end] : pieces_.survey.leaders) {
        const auto from = marks.find(leader);
        const auto to = marks.find(end);
        if (from == marks.end() || to == marks.end()) continue;
        const auto& start = from->second.front();
        const double size = start.height() - 2 * kMarkWidth * 0.75;
        const double last = to->second.front().left - kDotsGap;
        const double first = std::ceil((start.left + kDotsGap) / kDotDistance) * kDotDistance;
        if (last <= first) continue;
        contents_[i] += fmt::format("q 0.35 G 1 J {:.2f} w [0 {:.2f}] 0 d {:.3f} {:.3f} m {:.3f} {:.3f} l S Q\n",
                                    std::clamp(size * 0.16, 0.4, 2.0), kDotDistance, left_ + first,
                                    shift_up_ + start.bottom + kMarkWidth * 0.75 + 0.5, left_ + last,
                                    shift_up_ + start.bottom + kMarkWidth * 0.75 + 0.5);
      }
    }
  }

  void stamp_running_lines() {
    if (!pieces_.running) return;
    open_in_memory(running_, *pieces_.running);
    const auto sheets = running_.getAllPages();
    for (std::size_t i = 0; i < std::min(pages_.size(), sheets.size()); ++i) {
      QPDFPageObjectHelper sheet(sheets[i]);
      const double foot = sheet.getMediaBox().getArrayAsRectangle().ury;
      auto form = pdf_.copyForeignObject(sheet.getFormXObjectForPage());
      auto resources = own_resources(pages_[i]);
      if (!resources.getKey("/XObject").isDictionary()) resources.replaceKey("/XObject", QPDFObjectHandle::newDictionary());
      resources.getKey("/XObject").replaceKey(std::string(kRunningName), form);
      // Beneath the text: the sheet has QtWebKit's white ground, which would hide everything under it.
      contents_[i].insert(0,
                          fmt::format("/Artifact BMC q 1 0 0 1 0 {:.3f} cm {} Do Q EMC\n", paper_.top - foot, kRunningName));
    }
  }

  /// A page's resources as a dictionary that no other page shares.
  static QPDFObjectHandle own_resources(QPDFObjectHandle page) {
    auto resources = page.getKey("/Resources");
    resources = resources.isDictionary() ? resources.shallowCopy() : QPDFObjectHandle::newDictionary();
    if (resources.getKey("/XObject").isDictionary())
      resources.replaceKey("/XObject", resources.getKey("/XObject").shallowCopy());
    page.replaceKey("/Resources", resources);
    return resources;
  }

  void write_contents() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      pages_[i].replaceKey("/Contents", pdf_.makeIndirectObject(QPDFObjectHandle::newStream(&pdf_, contents_[i])));
    }
  }

  QPDFObjectHandle destination(const Spot& spot) {
    auto page = pages_[static_cast<std::size_t>(spot.page) - 1];
    return QPDFObjectHandle::newArray({page, QPDFObjectHandle::newName("/XYZ"), real(left_),
                                       real(std::min(spot.top + shift_up_, paper_.top)), QPDFObjectHandle::newNull()});
  }

  /// What a click does, or null when the link leads nowhere.
  QPDFObjectHandle action_of(const std::string& target) {
    if (!target.starts_with('#')) {
      if (target.find(':') == std::string::npos) return QPDFObjectHandle::newNull();
      auto action = QPDFObjectHandle::newDictionary();
      action.replaceKey("/S", QPDFObjectHandle::newName("/URI"));
      action.replaceKey("/URI", QPDFObjectHandle::newString(target));
      return action;
    }
    const auto& named = pieces_.survey.named;
    const auto found =
        std::find_if(named.begin(), named.end(), [&](const NamedPlace& place) { return place.id == target.substr(1); });
    const auto spot = found == named.end() ? std::nullopt : pieces_.layout.spot(found->place);
    if (!spot) return QPDFObjectHandle::newNull();
    auto action = QPDFObjectHandle::newDictionary();
    action.replaceKey("/S", QPDFObjectHandle::newName("/GoTo"));
    action.replaceKey("/D", destination(*spot));
    return action;
  }

  void add_links() {
    for (const auto& [mark, target] : pieces_.survey.links) {
      auto action = action_of(target);
      if (!action.isDictionary()) continue;
      for (std::size_t i = 0; i < pages_.size(); ++i) {
        const auto& marks = pieces_.layout.pages()[i].marks;
        const auto boxes = marks.find(mark);
        if (boxes == marks.end()) continue;
        for (const auto& box : boxes->second) add_link(pages_[i], box, action);
      }
    }
  }

  void add_link(QPDFObjectHandle page, const Box& box, const QPDFObjectHandle& action) {
    const Box area{std::max(box.left + left_, left_), std::max(box.bottom + shift_up_, 0.0), box.right + left_,
                   std::min(box.top + shift_up_, top_)};
    if (area.top - area.bottom < 1 || area.right - area.left < 1) return;
    auto link = QPDFObjectHandle::newDictionary();
    link.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
    link.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
    link.replaceKey("/Rect", rectangle(area));
    link.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
    link.replaceKey("/F", QPDFObjectHandle::newInteger(4));
    link.replaceKey("/A", action);
    if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
    page.getKey("/Annots").appendItem(pdf_.makeIndirectObject(link));
  }

  struct Bookmark {
    QPDFObjectHandle item;
    int level = 0;
    int children = 0;
    QPDFObjectHandle last;
  };

  void add_bookmarks() {
    auto root = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    std::vector<Bookmark> open{{root, 0, 0, QPDFObjectHandle::newNull()}};
    bool any = false;
    for (const auto& heading : pieces_.survey.headings) {
      const auto spot = heading.bookmark ? pieces_.layout.spot(heading.place) : std::nullopt;
      if (!spot) continue;
      any = true;
      while (open.back().level >= heading.level) close(open);
      auto item = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
      item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(heading.title));
      item.replaceKey("/Dest", destination(*spot));
      append(open.back(), item);
      open.push_back({item, heading.level, 0, QPDFObjectHandle::newNull()});
    }
    while (open.size() > 1) close(open);
    if (!any) return;
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(open.front().children));
    pdf_.getRoot().replaceKey("/Outlines", root);
    pdf_.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
  }

  static void append(Bookmark& parent, QPDFObjectHandle item) {
    item.replaceKey("/Parent", parent.item);
    if (parent.last.isNull()) {
      parent.item.replaceKey("/First", item);
    } else {
      parent.last.replaceKey("/Next", item);
      item.replaceKey("/Prev", parent.last);
    }
    parent.item.replaceKey("/Last", item);
    parent.last = item;
    ++parent.children;
  }

  /// Below the first level bookmarks are folded (a negative count), so that a book opens with its chapters in view.
  static void close(std::vector<Bookmark>& open) {
    const auto done = open.back();
    open.pop_back();
    if (done.children > 0) {
      auto item = done.item;
      item.replaceKey("/Count", QPDFObjectHandle::newInteger(-done.children));
    }
  }

  const Pieces& pieces_;
  double left_;
  double top_;
  Box paper_;
  double shift_up_ = 0;
  // The running lines must outlive the document that copies from them.
  QPDF running_;
  QPDF pdf_;
  std::vector<QPDFObjectHandle> pages_;
  std::vector<std::string> contents_;
};

}  // namespace

std::string assemble(const Pieces& pieces, const base::PrintDocument& document, const std::string& producer) {
  return Assembly(pieces, document.page).finish(document, producer);
}

std::vector<UnmarkedPage> read_pages(const std::string& rendered, int mark_count) {
  QPDF pdf;
  open_in_memory(pdf, rendered);
  std::vector<UnmarkedPage> pages;
  for (auto page : pdf.getAllPages()) {
    std::string content;
    for (auto stream : page.getPageContents()) {
      const auto bytes = stream.getStreamData();
      content.append(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
      content += '\n';
    }
    pages.push_back(take_marks(content, mark_count));
  }
  return pages;
}

}  // namespace pdf
