#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_store.h"
#include "base/print_document.h"
#include "base/problem.h"
#include "sats/page/laid_document.h"
#include "sats/write/pdf_writer.h"

namespace sats {

/// What documents share: the fonts, the shaped words, the parsed style sheets and the font subsets. One serves all threads
/// of a run; the longer it lives, the faster it sets.
class Resources {
 public:
  /// Pictures and fonts that documents name are read from `files`; without, none are.
  explicit Resources(const base::FileStore* files = nullptr);
  Resources(const Resources&) = delete;
  Resources& operator=(const Resources&) = delete;
  ~Resources();

  struct Inside;
  [[nodiscard]] Inside& inside() { return *inside_; }

 private:
  std::unique_ptr<Inside> inside_;
};

/// Whether form controls can be filled in on the screen, or are boxes and lines for a pen.
enum class Forms : std::uint8_t { interactive, flat };

/// What a document is allowed to cost before it is stopped with a problem.
struct Limits {
  std::uint32_t pages = 20'000;
  double seconds = 120;
  std::uint32_t nodes = 4'000'000;
  std::size_t bytes = std::size_t{2} << 30U;  ///< About, of what is held while the document is laid out.
};

struct TypesetOptions {
  std::string source_name = "html";  ///< What problems call the HTML.
  WriteOptions write;
  Forms forms = Forms::interactive;
  Limits limits;
  DocumentInfo info;  ///< An empty title and language are taken from the HTML.
  std::vector<Attachment> attachments;
  const base::FileStore* files = nullptr;  ///< Where this document's pictures are read from, instead of the resources' own.
};

/// Where an element with an id came to stand; page 0 is the first, points from the top left corner.
struct Landmark {
  std::string id;
  std::uint32_t page = 0;
  float x = 0;
  float y = 0;
};

struct Typeset {
  std::string pdf;  ///< Empty when a problem is an error.
  std::uint32_t pages = 0;
  std::vector<Landmark> landmarks;  ///< In the order of the HTML.
  base::Problems problems;
};

/// HTML and style sheets in, a tagged PDF out. The same input gives the same bytes.
Typeset typeset(std::string_view html, std::span<const base::Stylesheet> stylesheets, const base::PageSetup& page,
                Resources& resources, const TypesetOptions& options = {});

/// The same for a print document, whose title and other information are put into the PDF.
Typeset typeset(const base::PrintDocument& document, Resources& resources, TypesetOptions options = {});

/// A document that is laid out and not written yet; for tests and for looking at layout.
struct LaidOut {
  std::optional<LaidDocument> document;
  std::vector<Landmark> landmarks;
  base::Problems problems;
};
LaidOut lay_out(std::string_view html, std::span<const base::Stylesheet> stylesheets, const base::PageSetup& page,
                Resources& resources, const TypesetOptions& options = {});

/// Pages as text: each line and box with its place in points. For golden tests and `sats --dump`.
std::string dump(const LaidDocument& document);

}  // namespace sats
