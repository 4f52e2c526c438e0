// What the file says of itself: ISO 19005-2, 6.6 and 6.7.

#include <array>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

void metadata_stream(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle stream = catalog.getKey("/Metadata");
  if (!stream.isStream()) return report("no metadata");
  QPDFObjectHandle own = stream.getDict();
  if (!own.getKey("/Type").isNameAndEquals("/Metadata") || !own.getKey("/Subtype").isNameAndEquals("/XML"))
    report("the stream is not called metadata in XML");
  if (own.hasKey("/Filter")) report("the stream is packed");
  const std::size_t end = document.xmp.find("?>");
  const std::string packet = document.xmp.substr(0, end == std::string::npos ? 0 : end);
  if (packet.rfind("<?xpacket begin=", 0) != 0) report("the packet does not begin with xpacket");
  if (packet.find("bytes=") != std::string::npos || packet.find("encoding=") != std::string::npos)
    report("the packet's header says bytes or encoding");
}

void identification(const Document& document, const Report& report) {
  if (!says(document, "<pdfaid:part>2</pdfaid:part>") && !says(document, "<pdfaid:part>3</pdfaid:part>"))
    report("the part is neither 2 nor 3");
  if (!says(document, "<pdfaid:conformance>A</pdfaid:conformance>")) report("the level is not A");
  if (!says(document, "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"")) report("pdfaid has another namespace");
}

void extension_schema(const Document& document, const Report& report) {
  if (!says(document, "<pdfuaid:part>")) return;
  for (const char* text :
       {"xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
        "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"",
        "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"", "<pdfaExtension:schemas>", "<pdfaSchema:schema>",
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "<pdfaSchema:property>",
        "<pdfaProperty:name>part</pdfaProperty:name>", "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
        "<pdfaProperty:category>internal</pdfaProperty:category>", "<pdfaProperty:description>"}) {
    if (!says(document, text)) report(std::string("missing: ") + text);
  }
}

/// The text of an XML element, its marks undone; `list` when it stands in an rdf:li.
std::string xmp_text(const std::string& xmp, const std::string& name, bool list) {
  const std::size_t begin = xmp.find("<" + name + ">");
  if (begin == std::string::npos) return {};
  std::size_t at = begin + name.size() + 1;
  if (list) at = xmp.find('>', xmp.find("<rdf:li", begin));
  if (at == std::string::npos) return {};
  std::string text = xmp.substr(at + 1, xmp.find('<', at + 1) - at - 1);
  for (const auto& [mark, letter] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
    const std::string sought = mark;
    for (std::size_t i = text.find(sought); i != std::string::npos; i = text.find(sought, i + 1))
      text.replace(i, sought.size(), letter);
  }
  return text;
}

void same_information(const Document& document, const Report& report) {
  struct Row {
    const char* key;
    const char* element;
    bool list;
  };
  QPDFObjectHandle info = const_cast<Document&>(document).file.getTrailer().getKey("/Info");
  if (!info.isDictionary()) return;
  for (const Row& row :
       {Row{"/Title", "dc:title", true}, Row{"/Author", "dc:creator", true}, Row{"/Subject", "dc:description", true},
        Row{"/Keywords", "pdf:Keywords", false}, Row{"/Producer", "pdf:Producer", false}}) {
    if (info.getKey(row.key).isString() &&
        info.getKey(row.key).getUTF8Value() != xmp_text(document.xmp, row.element, row.list))
      report(std::string(row.key) + " is not what the metadata says");
  }
  for (const Row& row : {Row{"/CreationDate", "xmp:CreateDate", false}, Row{"/ModDate", "xmp:ModifyDate", false}}) {
    if (info.getKey(row.key).isString() && xmp_text(document.xmp, row.element, row.list).empty())
      report(std::string(row.key) + " is not in the metadata");
  }
}

void logical_structure(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle mark = catalog.getKey("/MarkInfo");
  if (!mark.isDictionary() || !mark.getKey("/Marked").isBool() || !mark.getKey("/Marked").getBoolValue())
    report("the document is not marked as tagged");
  if (!catalog.getKey("/StructTreeRoot").isDictionary()) report("no structure tree");
  if (!catalog.getKey("/Lang").isString()) report("no language");
}

constexpr std::array kArchiveMetadataConditions{
    Condition{"A-6.6.2.1", "the metadata stream is not as it should be", metadata_stream},
    Condition{"A-6.6.2.3", "a schema is used and not described", extension_schema},
    Condition{"A-6.6.3", "the information dictionary and the metadata differ", same_information},
    Condition{"A-6.6.4", "the file does not say its part and level", identification},
    Condition{"A-6.7", "the file has no logical structure", logical_structure},
};

}  // namespace

std::span<const Condition> archive_metadata_conditions() { return kArchiveMetadataConditions; }

}  // namespace pdf_checker
