#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csetjmp>
#include <cstring>

#include "base/utf8.h"
#include "sats/html/language_tag.h"
#include "sats/html/open_elements.h"
#include "sats/html/svg_text.h"
#include "sats/html/tree.h"

namespace sats::html {

namespace {

using Clock = std::chrono::steady_clock;

/// Memory for one run of the parser: handed out in blocks, given back all at once. When a limit is passed it leaves the
/// parser (which is C and owns nothing outside this memory) by a jump, because the parser has no way to be told to stop.
class ParserMemory {
 public:
  explicit ParserMemory(const TreeLimits& limits)
      : limits_(limits), deadline_(Clock::now() + seconds(limits.max_parse_seconds)) {}

  static void* allocate(void* self, std::size_t size) { return static_cast<ParserMemory*>(self)->take(size); }
  static void release(void* /*self*/, void* /*block*/) {}

  std::jmp_buf stop{};
  std::vector<std::shared_ptr<char[]>> blocks;

 private:
  static Clock::duration seconds(double value) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(value));
  }

  void* take(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > left_) add_block(size);
    char* piece = next_;
    next_ += size;
    left_ -= size;
    return piece;
  }

  void add_block(std::size_t size) {
    const std::size_t block =
        std::max(size, std::min<std::size_t>(std::size_t{64} << 10U << std::min<std::size_t>(blocks.size(), 5), 2U << 20U));
    total_ += block;
    if (total_ > limits_.max_bytes * 8 || Clock::now() > deadline_) std::longjmp(stop, 1);
    blocks.emplace_back(new char[block]);
    next_ = blocks.back().get();
    left_ = block;
  }

  const TreeLimits& limits_;
  Clock::time_point deadline_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t total_ = 0;
};

/// Our tags by gumbo's, so that no name is looked up twice.
const std::array<Tag, GUMBO_TAG_LAST + 1>& tags_by_gumbo() {
  static const auto table = [] {
    std::array<Tag, GUMBO_TAG_LAST + 1> tags{};
    for (int i = 0; i < GUMBO_TAG_UNKNOWN; ++i) {
      tags[static_cast<std::size_t>(i)] = tag_of(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    }
    return tags;
  }();
  return table;
}

/// The parser behind a function of its own, so that nothing with a destructor stands between the jump and its landing.
GumboOutput* run_parser(ParserMemory& memory, std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &ParserMemory::allocate;
  options.deallocator = &ParserMemory::release;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.stop) != 0) return nullptr;  // NOLINT(cert-err52-cpp)
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

bool is_dropped(Tag tag) { return tag == Tag::script || tag == Tag::template_ || tag == Tag::base; }

}  // namespace

/// Turns the parser's tree of pointers into the flat one.
class TreeBuilder {
 public:
  TreeBuilder(Tree& tree, const TreeLimits& limits, base::Problems& problems)
      : tree_(tree), limits_(limits), problems_(problems) {}

  void build(const GumboNode* root) {
    tree_.nodes.reserve(1024);
    open_.push_back({root, kNoNode, 0});
    add(root, kNoNode);
    open_.back().index = 0;
    while (!open_.empty()) step();
  }

 private:
  struct Open {
    const GumboNode* node;
    NodeIndex index;
    unsigned next_child;
  };

  void step() {
    auto& top = open_.back();
    const auto& children = top.node->v.element.children;
    if (top.next_child >= children.length || is_leaf(top.index) || too_many()) {
      tree_.nodes[top.index].end = static_cast<NodeIndex>(tree_.nodes.size());
      open_.pop_back();
      return;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.next_child++]);
    const auto parent = top.index;
    if (add(child, parent) && child->type == GUMBO_NODE_ELEMENT) open(child);
  }

  void open(const GumboNode* child) {
    if (open_.size() >= limits_.max_depth) {
      report_once("sats.html.for-dybt", limits_.max_depth);
      return;
    }
    open_.push_back({child, static_cast<NodeIndex>(tree_.nodes.size() - 1), 0});
  }

  bool is_leaf(NodeIndex index) const { return tree_.nodes[index].tag == Tag::svg; }

  bool too_many() {
    if (tree_.nodes.size() < limits_.max_nodes) return false;
    report_once("sats.html.for-stort", limits_.max_nodes);
    return true;
  }

  void report_once(const char* code, std::uint32_t limit) {
    if (reported_) return;
    reported_ = true;
    problems_.add({.severity = base::Severity::error,
                   .code = code,
                   .arguments = {{"grænse", fmt::format("{}", limit)}},
                   .where = tree_.span(static_cast<NodeIndex>(tree_.nodes.size() - 1)),
                   .hints = {}});
  }

  bool add(const GumboNode* node, NodeIndex parent) {
    switch (node->type) {
      case GUMBO_NODE_ELEMENT: return add_element(*node, parent);
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: return add_text(node->v.text, parent);
      default: return false;
    }
  }

  bool add_text(const GumboText& text, NodeIndex parent) {
    Node node;
    node.kind = NodeKind::text;
    node.parent = parent;
    node.offset = text.start_pos.offset;
    node.text = text.text;
    push(node);
    return true;
  }

  bool add_element(const GumboNode& node_of_parser, NodeIndex parent) {
    const auto& element = node_of_parser.v.element;
    const auto tag = tags_by_gumbo()[element.tag];
    if (is_dropped(tag)) return false;
    Node node;
    node.tag = tag;
    node.parent = parent;
    node.offset = element.original_tag.data != nullptr ? element.start_pos.offset : offset_of_parent(parent);
    node.text = element.tag == GUMBO_TAG_UNKNOWN ? unknown_name(element) : gumbo_normalized_tagname(element.tag);
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    node.attribute_count = element.attributes.length;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string_view name = attribute->name;
      tree_.attributes.push_back({name, name == "lang" ? language(attribute->value, node.offset) : attribute->value});
    }
    push(node);
    if (tag == Tag::svg) remember_svg(node_of_parser);
    return true;
  }

  std::uint32_t offset_of_parent(NodeIndex parent) const { return parent == kNoNode ? 0 : tree_.nodes[parent].offset; }

  std::string_view unknown_name(const GumboElement& element) {
    GumboStringPiece piece = element.original_tag;
    if (piece.data == nullptr) return "unknown";
    gumbo_tag_from_original_text(&piece);
    std::string name(piece.data, piece.length);
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return kept(name);
  }

  void remember_svg(const GumboNode& svg) {
    auto text = svg_text(svg);
    tree_.svg_sources_.push_back(
        {static_cast<NodeIndex>(tree_.nodes.size() - 1), std::move(text.markup), std::move(text.title)});
  }

  /// A language tag as it must be in a PDF; nothing, with a problem, when it is none.
  std::string_view language(std::string_view said, std::uint32_t offset) {
    if (said.empty() || is_language_tag(said)) return said;
    const auto mended = mended_language_tag(said);
    if (mended.empty()) {
      const auto begin = tree_.span(0).source;
      problems_.add({.severity = base::Severity::warning,
                     .code = "sats.sprog.ukendt",
                     .arguments = {{"sprog", std::string(said)}},
                     .where = base::Span{begin, offset, offset},
                     .hints = {}});
    }
    return kept(mended);
  }

  std::string_view kept(std::string_view text) {
    std::shared_ptr<char[]> copy(new char[text.size()]);
    std::ranges::copy(text, copy.get());
    tree_.storage.push_back(copy);
    return {copy.get(), text.size()};
  }

  void push(Node node) {
    node.end = static_cast<NodeIndex>(tree_.nodes.size() + 1);
    tree_.nodes.push_back(node);
  }

  Tree& tree_;
  const TreeLimits& limits_;
  base::Problems& problems_;
  std::vector<Open> open_;
  bool reported_ = false;
};

std::optional<Tree> parse(std::string_view source_name, std::string_view html, const TreeLimits& limits,
                          base::Problems& problems) {
  Tree tree;
  tree.source_name = source_name;
  tree.source = base::without_byte_order_mark(html);
  const auto refuse = [&](const char* code, std::string value) {
    problems.add({.severity = base::Severity::error,
                  .code = code,
                  .arguments = {{"grænse", std::move(value)}},
                  .where = tree.span(0),
                  .hints = {}});
    return std::nullopt;
  };
  if (html.size() > limits.max_bytes) return refuse("sats.html.for-stort", fmt::format("{} MiB", limits.max_bytes >> 20U));
  if (const auto bad = base::first_invalid_utf8(tree.source)) return refuse("sats.html.ikke-utf8", fmt::format("{}", *bad));
  if (const auto place = too_deep_at(tree.source, limits.max_open)) {
    problems.add({.severity = base::Severity::error,
                  .code = "sats.html.for-dybt",
                  .arguments = {{"grænse", fmt::format("{}", limits.max_depth)}},
                  .where = base::Span{tree.span(0).source, *place, *place + 1},
                  .hints = {}});
    return std::nullopt;
  }
  ParserMemory memory(limits);
  const auto* output = run_parser(memory, tree.source);
  if (output == nullptr) return refuse("sats.html.for-indviklet", fmt::format("{} s", limits.max_parse_seconds));
  tree.storage = std::move(memory.blocks);
  TreeBuilder(tree, limits, problems).build(output->root);
  return tree;
}

}  // namespace sats::html
