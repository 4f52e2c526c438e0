#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_store.h"
#include "base/problem.h"
#include "guide/node.h"
#include "guide/readers.h"
#include "load/front_matter.h"

namespace guide {

/// The text of a file with everything in place that can be made without knowing the other pages: boxes, captions, figures,
/// includes. Links between pages say LinkTo::page with a path from the root as target (`02-samtalen/kontrakt.md`, or empty
/// for the page itself); pictures name their file from the root. FootnoteReference::number counts from 1 in `footnotes`.
struct TextTree {
  std::vector<Node> nodes;
  std::vector<std::vector<Node>> footnotes;
};

/// Whether a file's lists of terms are made into TermLists.
enum class Terms { none, lists };

/// What texts are read with: the theme's kinds of box, and for whom.
struct TextRules {
  std::vector<std::string> box_kinds;
  Audiences audiences;   ///< Those that front matter may name; none is not checked.
  std::string audience;  ///< Whom the texts are for; pieces for others are not included. Empty: everything is.
};

/// Reads the texts of one guide (or one folder of snippets). Included files are read once; what is wrong in them is reported
/// once, however many pages include them.
class TextReader {
 public:
  /// `folder` is the root of the guide in the store.
  TextReader(const base::FileStore& store, std::string folder, TextRules rules);

  /// Reads a file whole, front matter and all; paths are relative to the root.
  std::optional<load::MarkdownFile> open(std::string_view path, load::Title title, base::Problems& problems);

  /// Whom the file of a source is for.
  [[nodiscard]] Audiences audiences_of(const base::Source& source) const;

  /// Whether any piece that was included is for some audiences only.
  [[nodiscard]] bool has_restricted_pieces() const { return has_restricted_pieces_; }

  /// The path that a source was opened by.
  [[nodiscard]] std::string path_of(const base::Source& source) const;

  /// Reads the body of a file.
  std::optional<TextTree> read(const load::MarkdownFile& file, std::string_view path, Terms terms, base::Problems& problems);

  [[nodiscard]] bool has_file(std::string_view path) const;

  /// The bytes of a file; nothing when it cannot be read.
  [[nodiscard]] std::optional<std::string> bytes(std::string_view path) const;

  /// Whether a path that is no file of ours is a link that points out of the root.
  [[nodiscard]] bool leaves_root(std::string_view path) const;

  /// Every file below the root, as paths from the root, sorted.
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

 private:
  void check_audiences(const load::FrontMatter& front, base::Problems& problems) const;
  [[nodiscard]] std::string in_store(std::string_view path) const;
  void expand_includes(TextTree& tree, std::vector<Node>& siblings, std::string_view path, base::Problems& problems);
  const TextTree* included(const Node& paragraph, std::string_view path, base::Problems& problems);
  [[nodiscard]] std::optional<std::string> find_include(std::string_view written, std::string_view path) const;

  const base::FileStore& store_;
  std::string folder_;
  TextRules rules_;
  std::vector<std::string> files_;
  struct Opened {
    std::string path;
    Audiences audiences;
  };
  std::map<base::Source, Opened> opened_;
  bool has_restricted_pieces_ = false;
  std::vector<std::string> open_;  ///< Files that are being read, each included by the one before it.
  std::size_t copied_ = 0;         ///< Nodes that includes have brought into the page that is being read.
  std::map<std::string, std::optional<TextTree>, std::less<>> included_;
};

}  // namespace guide
