#include "sats/write/pdf_writer.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sats/text/font_library.h"
#include "sats/write/accessibility.h"
#include "sats/write/archive_limits.h"
#include "sats/write/attachments.h"
#include "sats/write/face_letters.h"
#include "sats/write/finishing.h"
#include "sats/write/font_subset.h"
#include "sats/write/font_writer.h"
#include "sats/write/form_fields.h"
#include "sats/write/glyph_use.h"
#include "sats/write/links.h"
#include "sats/write/marks.h"
#include "sats/write/metadata.h"
#include "sats/write/navigation.h"
#include "sats/write/object_file.h"
#include "sats/write/page_painter.h"
#include "sats/write/picture_writer.h"
#include "sats/write/shadings.h"
#include "sats/write/tags.h"

namespace sats {
namespace {

constexpr std::size_t kPagesPerNode = 48;

/// One document on its way into a file. Steps in order: fonts and pictures, pages, annotations, tags, the rest.
class DocumentWriting {
 public:
  DocumentWriting(const LaidDocument& document, const WriteOptions& options, UaClaim claim)
      : document_(document), options_(options), claim_(claim), file_(options.compression) {}

  struct Shared {
    FontLibrary& fonts;
    FaceLettersCache& letters;
    SubsetCache& subsets;
  };

  std::optional<std::string> write(const Shared& shared, base::Problems& problems) {
    const ObjectId catalog = file_.reserve();
    for (std::size_t i = 0; i < document_.pages.size(); ++i) pages_.push_back(file_.reserve());
    GlyphUses uses = glyphs_in_use(document_, shared.fonts, shared.letters);
    const std::vector<WrittenFont> fonts = write_fonts(uses, shared.fonts, shared.subsets, file_, problems);
    const bool archive = options_.archival == Archival::pdf_a;
    if (archive) check_archive_pictures(document_, problems);
    if (problems.has_errors()) return std::nullopt;
    const std::vector<WrittenPicture> pictures = write_pictures(document_, file_);
    const DividedWords words = find_divided_words(document_);
    Marks marks(document_.structure);
    Annotations annotations(document_);
    write_links(document_, pages_, annotations, file_);
    const std::string form = write_form_fields(document_, {pages_, shared.fonts, uses, fonts}, annotations, file_);
    const std::size_t deepest = write_pages({uses, fonts, pictures, words}, marks, annotations);
    if (archive) check_archive_depth(deepest, problems);
    if (problems.has_errors()) return std::nullopt;
    const ObjectId tags = write_tags({document_, marks, words, pages_, annotations.all}, file_);
    write_catalog(catalog, tags, form);
    return file_.finish(catalog, write_info(document_.info, file_));
  }

 private:
  /// Gives how deep clips and groups lie in each other.
  std::size_t write_pages(const PaintResources& resources, Marks& marks, const Annotations& annotations) {
    const ObjectId shared_resources = file_.reserve();
    PagePainter painter(document_, resources, marks);
    for (std::uint32_t page = 0; page < pages_.size(); ++page) {
      const ObjectId content = file_.put_stream("", painter.paint(page), Packing::flate);
      write_page(page, content, shared_resources, annotations);
    }
    write_resources(shared_resources, resources, painter.alphas());
    return painter.deepest();
  }

  void write_page(std::uint32_t page, ObjectId content, ObjectId resources, const Annotations& annotations) {
    const Page& sheet = document_.pages[page];
    std::string text = "<</Type/Page/Parent ";
    append_reference(text, parent_of(page));
    text += "/MediaBox[0 0 ";
    append_numbers(text, sheet.width, sheet.height);
    text.back() = ']';
    text += "/Contents ";
    append_reference(text, content);
    text += "/Resources ";
    append_reference(text, resources);
    text += "/Tabs/S/StructParents ";
    append_integer(text, page);
    const auto& notes = annotations.by_page[page];
    if (!notes.empty()) {
      text += "/Annots[";
      for (const ObjectId note : notes) {
        append_reference(text, note);
        text += ' ';
      }
      text.back() = ']';
    }
    file_.put(pages_[page], text + ">>");
  }

  /// The node of the page tree that a page hangs from. Nodes are made as they are needed.
  ObjectId parent_of(std::uint32_t page) {
    if (pages_root_ == 0) {
      pages_root_ = file_.reserve();
      if (pages_.size() > kPagesPerNode) {
        for (std::size_t i = 0; i < pages_.size(); i += kPagesPerNode) page_nodes_.push_back(file_.reserve());
      }
    }
    return page_nodes_.empty() ? pages_root_ : page_nodes_[page / kPagesPerNode];
  }

  void put_page_node(ObjectId node, ObjectId parent, const std::vector<ObjectId>& kids, std::size_t count) {
    std::string text = "<</Type/Pages/Count ";
    append_integer(text, static_cast<std::int64_t>(count));
    if (parent != 0) {
      text += "/Parent ";
      append_reference(text, parent);
    }
    text += "/Kids[";
    for (const ObjectId kid : kids) {
      append_reference(text, kid);
      text += ' ';
    }
    file_.put(node, text + "]>>");
  }

  void write_page_tree() {
    parent_of(0);
    if (page_nodes_.empty()) return put_page_node(pages_root_, 0, pages_, pages_.size());
    for (std::size_t i = 0; i < page_nodes_.size(); ++i) {
      const auto begin = pages_.begin() + static_cast<std::ptrdiff_t>(i * kPagesPerNode);
      const auto end = pages_.begin() + static_cast<std::ptrdiff_t>(std::min((i + 1) * kPagesPerNode, pages_.size()));
      put_page_node(page_nodes_[i], pages_root_, {begin, end}, static_cast<std::size_t>(end - begin));
    }
    put_page_node(pages_root_, 0, page_nodes_, pages_.size());
  }

  void write_resources(ObjectId object, const PaintResources& resources, const std::vector<std::uint8_t>& alphas) {
    std::string text = "<<";
    const auto section = [&text](std::string_view name, const std::string& entries) {
      if (!entries.empty()) text += std::string(name) + "<<" + entries + ">>";
    };
    std::string fonts;
    for (std::size_t i = 0; i < resources.fonts.size(); ++i) {
      fonts += "/F" + std::to_string(i) + ' ';
      append_reference(fonts, resources.fonts[i].object);
    }
    std::string pictures;
    for (std::size_t i = 0; i < resources.pictures.size(); ++i) {
      if (resources.pictures[i].object == 0) continue;
      pictures += "/P" + std::to_string(i) + ' ';
      append_reference(pictures, resources.pictures[i].object);
    }
    std::string states;
    for (const std::uint8_t alpha : alphas) {
      states += "/G" + std::to_string(alpha) + "<</ca ";
      append_number(states, alpha / 255.0, 3);
      states += "/CA ";
      append_number(states, alpha / 255.0, 3);
      states += ">>";
    }
    section("/Font", fonts);
    section("/XObject", pictures);
    section("/ExtGState", states);
    section("/Shading", write_shadings(document_, file_));
    file_.put(object, text + ">>");
  }

  void write_catalog(ObjectId catalog, ObjectId tags, const std::string& form) {
    write_page_tree();
    const bool archive = options_.archival == Archival::pdf_a;
    const int part = document_.attachments.empty() ? 2 : 3;
    std::string text = "<</Type/Catalog/Pages ";
    append_reference(text, pages_root_);
    if (!document_.info.language.empty()) {
      text += "/Lang";
      append_text(text, document_.info.language);
    }
    text += "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ";
    append_reference(text, tags);
    text += "/Metadata ";
    // Archives want to read this without unpacking.
    append_reference(
        text, file_.put_stream("/Type/Metadata/Subtype/XML", xmp_packet(document_.info, {options_.archival, part, claim_}),
                               archive ? Packing::as_is : Packing::flate));
    if (const ObjectId outline = write_outline(document_, file_); outline != 0) {
      text += "/PageMode/UseOutlines/Outlines ";
      append_reference(text, outline);
    }
    append_names(text);
    if (const std::string labels = page_labels(document_); !labels.empty()) text += "/PageLabels" + labels;
    if (!form.empty()) text += "/AcroForm" + form;
    if (archive) {
      text += "/OutputIntents[";
      append_reference(text, write_output_intent(file_));
      text += ']';
    }
    file_.put(catalog, text + ">>");
  }

  void append_names(std::string& text) {
    const WrittenAttachments attachments = write_attachments(document_, file_);
    const ObjectId destinations = write_destinations(document_, pages_, file_);
    if (destinations == 0 && attachments.names == 0) return;
    text += "/Names<<";
    if (destinations != 0) {
      text += "/Dests ";
      append_reference(text, destinations);
    }
    if (attachments.names != 0) {
      text += "/EmbeddedFiles ";
      append_reference(text, attachments.names);
    }
    text += ">>" + attachments.associated;
  }

  const LaidDocument& document_;
  const WriteOptions& options_;
  UaClaim claim_;
  ObjectFile file_;
  std::vector<ObjectId> pages_;
  std::vector<ObjectId> page_nodes_;
  ObjectId pages_root_ = 0;
};

AccessibilitySeverity severity_for(const WriteOptions& options) {
  const bool strict = options.strictness == Strictness::strict;
  const bool strict_of_letters = strict || options.archival == Archival::pdf_a;
  return {.structure = strict ? base::Severity::error : base::Severity::warning,
          .letters = strict_of_letters ? base::Severity::error : base::Severity::warning};
}

}  // namespace

struct PdfWriter::Inside {
  FontLibrary& fonts;
  FaceLettersCache letters;
  SubsetCache subsets;
};

PdfWriter::PdfWriter(FontLibrary& fonts, Shaper&) : inside_(new Inside{fonts, {}, {}}) {}
PdfWriter::~PdfWriter() = default;

std::optional<std::string> PdfWriter::write(const LaidDocument& document, const WriteOptions& options,
                                            base::Problems& problems) {
  base::Problems own;
  check_accessibility(document, severity_for(options), own);
  const UaClaim claim = own.empty() ? UaClaim::made : UaClaim::withheld;
  std::optional<std::string> pdf;
  if (!own.has_errors())
    pdf = DocumentWriting(document, options, claim).write({inside_->fonts, inside_->letters, inside_->subsets}, own);
  if (pdf && needs_finishing(options)) pdf = finish(*pdf, options, own);
  problems.add_all(own);
  return pdf;
}

}  // namespace sats
