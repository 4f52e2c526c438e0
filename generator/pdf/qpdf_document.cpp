#include "pdf/qpdf_document.h"

#include "base/html.h"
#include "pdf/qpdf_headers.h"

namespace pdf {

namespace {

QPDFObjectHandle text(std::string_view words) { return QPDFObjectHandle::newUnicodeString(std::string(words)); }

QPDFObjectHandle info_dictionary(QPDF& pdf) {
  auto trailer = pdf.getTrailer();
  if (!trailer.getKey("/Info").isDictionary()) {
    trailer.replaceKey("/Info", pdf.makeIndirectObject(QPDFObjectHandle::newDictionary()));
  }
  return trailer.getKey("/Info");
}

bool says_nothing(QPDFObjectHandle value) { return !value.isString() || value.getUTF8Value().empty(); }

void set_if_missing(QPDFObjectHandle dictionary, const std::string& key, std::string_view words) {
  if (!words.empty() && says_nothing(dictionary.getKey(key))) dictionary.replaceKey(key, text(words));
}

std::string alternative(std::string_view element, std::string_view words) {
  if (words.empty()) return {};
  return "<" + std::string(element) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + base::escape(words).markup() +
         "</rdf:li></rdf:Alt></" + std::string(element) + ">\n";
}

std::string list(std::string_view element, std::string_view container, std::string_view words) {
  if (words.empty()) return {};
  return "<" + std::string(element) + "><rdf:" + std::string(container) + "><rdf:li>" + base::escape(words).markup() +
         "</rdf:li></rdf:" + std::string(container) + "></" + std::string(element) + ">\n";
}

/// XMP (ISO 16684-1) with the same facts as the information dictionary.
std::string xmp(const base::PrintDocument& document, std::string_view producer) {
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
         alternative("dc:title", document.title) + list("dc:creator", "Seq", document.author) +
         list("dc:language", "Bag", document.language) + alternative("dc:description", document.subject) + "<pdf:Producer>" +
         base::escape(producer).markup() +
         "</pdf:Producer>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

void label_pages(QPDF& pdf) {
  auto labels = QPDFObjectHandle::newDictionary();
  auto decimal = QPDFObjectHandle::newDictionary();
  decimal.replaceKey("/S", QPDFObjectHandle::newName("/D"));
  labels.replaceKey("/Nums", QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(0), decimal}));
  pdf.getRoot().replaceKey("/PageLabels", labels);
}

}  // namespace

void open_in_memory(QPDF& document, std::string_view bytes) {
  document.setSuppressWarnings(true);
  document.processMemoryFile("pdf", bytes.data(), bytes.size());
}

void describe(QPDF& pdf, const base::PrintDocument& document, std::string_view producer) {
  auto info = info_dictionary(pdf);
  set_if_missing(info, "/Title", document.title);
  set_if_missing(info, "/Author", document.author);
  set_if_missing(info, "/Subject", document.subject);
  info.replaceKey("/Producer", text(producer));
  for (const char* key : {"/CreationDate", "/ModDate"}) info.removeKey(key);

  auto root = pdf.getRoot();
  set_if_missing(root, "/Lang", document.language);
  if (!root.getKey("/Metadata").isStream()) {
    auto metadata = QPDFObjectHandle::newStream(&pdf, xmp(document, producer));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", pdf.makeIndirectObject(metadata));
  }
  if (!root.getKey("/ViewerPreferences").isDictionary())
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::newDictionary());
  root.getKey("/ViewerPreferences").replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
  if (!root.hasKey("/PageLabels")) label_pages(pdf);
}

std::string write_bytes(QPDF& pdf) {
  std::string bytes;
  Pl_String sink("bytes", nullptr, bytes);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&sink);
  writer.setDeterministicID(true);
  writer.setMinimumPDFVersion("1.7");
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setRecompressFlate(false);
  writer.write();
  return bytes;
}

}  // namespace pdf
