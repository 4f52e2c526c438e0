#include "sats/typeset.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "sats/css/rule_set.h"
#include "sats/layout/box_builder.h"
#include "sats/layout/pages.h"
#include "sats/text/white_space.h"

namespace sats {

namespace {

/// Style sheets that belong together, parsed, with what was wrong with them and the fonts they name.
struct Theme {
  std::shared_ptr<const css::RuleSet> rules;
  base::Problems problems;
};

}  // namespace

/// The shared caches. Rule sets are immutable once made; the rest sees to its own threads.
struct Resources::Inside {
  explicit Inside(const base::FileStore* store) : files(store), shaper(fonts), writer(fonts, shaper) {}

  const base::FileStore* files;
  FontLibrary fonts;
  Shaper shaper;
  Hyphenation hyphenation;
  layout::PictureCache pictures;
  PdfWriter writer;
  std::mutex mutex;
  std::map<std::uint64_t, Theme> themes;

  Theme theme(std::span<const base::Stylesheet> sheets);
  void add_fonts(const css::RuleSet& rules, base::Problems& problems);
  bool add_font(const css::FontFaceRule& face, base::Problems& problems);
};

namespace {

/// Themes that are kept parsed at a time; a batch uses one, a preview a new one at each change.
constexpr std::size_t kMostThemes = 32;

constexpr float kPointsPerMm = 72 / 25.4F;

/// The text of a `style` element behind as many lines and columns as the document has before it, so that places in the one
/// are places in the other.
std::string placed_css(const html::Tree& tree, html::NodeIndex style) {
  const auto text = tree.first_child(style);
  if (text == html::kNoNode) return {};
  const auto before = std::string_view(tree.source).substr(0, tree[text].offset);
  std::string placed(static_cast<std::size_t>(std::ranges::count(before, '\n')), '\n');
  const auto line = before.substr(before.rfind('\n') + 1);
  const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
  placed.append(static_cast<std::size_t>(std::ranges::count_if(line, is_first_byte)), ' ');
  return placed + tree.text_content(style);
}

/// A style sheet that the document names; one that cannot be read is a warning, since the rest can be printed.
std::optional<base::Stylesheet> linked_sheet(const html::Tree& tree, html::NodeIndex link, const base::FileStore& files,
                                             base::Problems& problems) {
  const auto address = tree.attribute(link, "href");
  base::Problems unread;
  auto css = files.read(address, unread);
  for (auto problem : unread) {
    problem.severity = base::Severity::warning;
    problem.where = tree.span(link);
    problems.add(std::move(problem));
  }
  if (!css) return std::nullopt;
  return base::Stylesheet{files.display_name(address), std::move(*css)};
}

/// The document's own style sheets, from `style` and `link` elements, behind those it was given.
std::vector<base::Stylesheet> all_sheets(const html::Tree& tree, std::span<const base::Stylesheet> given,
                                         const base::FileStore* files, base::Problems& problems) {
  std::vector<base::Stylesheet> sheets(given.begin(), given.end());
  for (html::NodeIndex i = 0; i < tree.nodes.size(); ++i) {
    const auto tag = tree[i].tag;
    if (tag != html::Tag::style && tag != html::Tag::link) continue;
    const auto media = tree.attribute(i, "media");
    const bool for_paper = media.empty() || media == "all" || media.find("print") != std::string_view::npos;
    if (!for_paper) continue;
    if (tag == html::Tag::style) sheets.push_back({tree.source_name, placed_css(tree, i)});
    if (tag != html::Tag::link || tree.attribute(i, "rel") != "stylesheet" || files == nullptr) continue;
    if (auto sheet = linked_sheet(tree, i, *files, problems)) sheets.push_back(*std::move(sheet));
  }
  return sheets;
}

void read_info(const html::Tree& tree, DocumentInfo& info) {
  if (const auto language = tree.attribute(0, "lang"); !language.empty()) info.language = language;
  for (html::NodeIndex i = 0; i < tree.nodes.size() && tree[i].tag != html::Tag::body; ++i) {
    if (tree[i].tag == html::Tag::title && info.title.empty()) info.title = squeezed(tree.text_content(i));
    if (tree[i].tag != html::Tag::meta) continue;
    const auto name = tree.attribute(i, "name");
    const std::string content(tree.attribute(i, "content"));
    if (name == "author" && info.author.empty()) info.author = content;
    if (name == "description" && info.subject.empty()) info.subject = content;
    if (name == "keywords" && info.keywords.empty()) info.keywords = content;
  }
}

std::vector<Landmark> landmarks_of(const layout::BoxTree& boxes) {
  std::vector<Landmark> landmarks;
  std::vector<const layout::Anchor*> placed;
  for (const auto& anchor : boxes.anchors) {
    if (anchor.page != kNone && !anchor.id.empty()) placed.push_back(&anchor);
  }
  std::ranges::sort(placed, {}, &layout::Anchor::node);
  for (const auto* anchor : placed) landmarks.push_back({std::string(anchor->id), anchor->page, anchor->x, anchor->y});
  return landmarks;
}

}  // namespace

Resources::Resources(const base::FileStore* files) : inside_(std::make_unique<Inside>(files)) {}
Resources::~Resources() = default;

Theme Resources::Inside::theme(std::span<const base::Stylesheet> sheets) {
  std::uint64_t key = 0xCBF29CE484222325ULL;
  for (const auto& sheet : sheets) key = css::hash_bytes(sheet.css, css::hash_bytes(sheet.name, key) + 1);
  const std::scoped_lock lock(mutex);
  if (const auto known = themes.find(key); known != themes.end()) return known->second;
  Theme made;
  made.rules = css::compile(sheets);
  made.problems = made.rules->problems;
  add_fonts(*made.rules, made.problems);
  if (themes.size() >= kMostThemes) themes.erase(themes.begin());
  return themes.emplace(key, std::move(made)).first->second;
}

void Resources::Inside::add_fonts(const css::RuleSet& rules, base::Problems& problems) {
  if (files == nullptr) return;  // Nothing is read at all.
  for (const auto& face : rules.font_faces) {
    base::Problems found;
    if (!add_font(face, found) && found.empty())
      found.add({base::Severity::warning,
                 "sats.skrift.fil-mangler",
                 {{"skrift", std::string(face.family)}, {"fil", std::string(face.files.front())}},
                 {},
                 {}});
    for (auto problem : found) {
      const auto& source = rules.sources[face.sheet];
      if (!problem.where) problem.where = base::Span{source, face.offset, face.offset + 1};
      problems.add(std::move(problem));
    }
  }
}

/// Takes the first of a rule's files that can be read.
bool Resources::Inside::add_font(const css::FontFaceRule& face, base::Problems& problems) {
  const FontRequest request{{std::string(face.family)}, face.weight, face.italic ? Slant::italic : Slant::upright};
  for (const auto address : face.files) {
    if (!files->has_file(address)) continue;
    auto bytes = files->read(address, problems);
    if (bytes && fonts.add_face(request, std::move(*bytes), problems)) return true;
  }
  return false;
}

LaidOut lay_out(std::string_view html, std::span<const base::Stylesheet> stylesheets, const base::PageSetup& page,
                Resources& resources, const TypesetOptions& options) {
  auto& shared = resources.inside();
  const auto* files = options.files != nullptr ? options.files : shared.files;
  LaidOut result;
  html::TreeLimits tree_limits;
  tree_limits.max_nodes = options.limits.nodes;
  const auto tree = html::parse(options.source_name, html, tree_limits, result.problems);
  if (!tree || result.problems.has_errors()) return result;
  const auto sheets = all_sheets(*tree, stylesheets, files, result.problems);
  const auto theme = shared.theme(sheets);
  const auto& rules = theme.rules;
  result.problems.add_all(theme.problems);
  DocumentInfo info = options.info;
  read_info(*tree, info);
  auto styled = style::compute_styles(
      *tree, *rules,
      {static_cast<float>(page.width) * kPointsPerMm, static_cast<float>(page.height) * kPointsPerMm, info.language},
      result.problems);
  layout::KnownNumbers known;
  for (const auto pass : {layout::Pages::Pass::may_ask_again, layout::Pages::Pass::last}) {
    result.document.emplace();
    auto& laid = *result.document;
    laid.info = info;
    laid.attachments = options.attachments;
    base::Problems found;
    layout::Document document{*tree,
                              styled,
                              *rules,
                              laid,
                              shared.fonts,
                              shared.shaper,
                              shared.hyphenation,
                              shared.pictures,
                              files,
                              found,
                              options.forms == Forms::flat ? layout::FormMode::flat : layout::FormMode::interactive};
    layout::BoxBuilder(document, known).build();
    if (found.has_errors()) {  // Laying out what is thrown away takes the longest.
      result.problems.add_all(found);
      result.document.reset();
      return result;
    }
    layout::Pages pages(document, page, {options.limits.pages, options.limits.seconds, options.limits.bytes});
    pages.fill();
    pages.number_pages();
    const auto numbers = pages.settle_numbers(pass);
    if (numbers == layout::Numbers::need_another_pass) {
      known.clear();
      for (const auto& anchor : document.boxes.anchors)
        known.push_back(anchor.page == kNone ? layout::KnownNumber{} : pages.number_of(anchor.page));
      continue;
    }
    pages.finish();
    result.problems.add_all(found);
    result.landmarks = landmarks_of(document.boxes);
    laid.source = tree->span(0).source;
    break;
  }
  return result;
}

Typeset typeset(std::string_view html, std::span<const base::Stylesheet> stylesheets, const base::PageSetup& page,
                Resources& resources, const TypesetOptions& options) {
  auto laid = lay_out(html, stylesheets, page, resources, options);
  Typeset result;
  result.problems = std::move(laid.problems);
  result.landmarks = std::move(laid.landmarks);
  if (!laid.document || result.problems.has_errors()) return result;
  result.pages = static_cast<std::uint32_t>(laid.document->pages.size());
  if (auto pdf = resources.inside().writer.write(*laid.document, options.write, result.problems))
    result.pdf = std::move(*pdf);
  return result;
}

Typeset typeset(const base::PrintDocument& document, Resources& resources, TypesetOptions options) {
  if (options.info.title.empty()) options.info.title = document.title;
  options.info.language = document.language;
  if (options.info.author.empty()) options.info.author = document.author;
  if (options.info.subject.empty()) options.info.subject = document.subject;
  return typeset(document.html, document.stylesheets, document.page, resources, options);
}

}  // namespace sats
