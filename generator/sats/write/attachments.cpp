#include "sats/write/attachments.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sats/write/metadata.h"
#include "sats/write/number_tree.h"

namespace sats {
namespace {

ObjectId write_file(const Attachment& attachment, const std::string& date, ObjectFile& file) {
  std::string entries = "/Type/EmbeddedFile/Subtype";
  append_name(entries, attachment.media_type);
  entries += "/Params<</Size ";
  append_integer(entries, static_cast<std::int64_t>(attachment.bytes.size()));
  if (!date.empty()) {
    entries += "/ModDate";
    append_text(entries, date);
  }
  const ObjectId stream = file.put_stream(entries + ">>", attachment.bytes, Packing::flate);
  std::string text = "<</Type/Filespec/AFRelationship/Data/F";
  append_text(text, attachment.name);
  text += "/UF";
  append_text(text, attachment.name);
  text += "/Desc";
  append_text(text, attachment.description.empty() ? attachment.name : attachment.description);
  text += "/EF<</F ";
  append_reference(text, stream);
  text += "/UF ";
  append_reference(text, stream);
  return file.put(text + ">>>>");
}

}  // namespace

WrittenAttachments write_attachments(const LaidDocument& document, ObjectFile& file) {
  if (document.attachments.empty()) return {};
  std::vector<NameTreeEntry> names;
  WrittenAttachments written;
  written.associated = "/AF[";
  for (const Attachment& attachment : document.attachments) {
    std::string reference;
    append_reference(reference, write_file(attachment, pdf_date(document.info.date), file));
    written.associated += reference + ' ';
    names.push_back({attachment.name, std::move(reference)});
  }
  written.associated.back() = ']';
  std::stable_sort(names.begin(), names.end(), [](const NameTreeEntry& a, const NameTreeEntry& b) { return a.key < b.key; });
  written.names = write_name_tree(names, file);
  return written;
}

}  // namespace sats
