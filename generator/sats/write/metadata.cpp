#include "sats/write/metadata.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/html.h"

namespace sats {
namespace {

constexpr std::string_view kProducer = "Vejviser sats";

std::string escaped(const std::string& text) { return base::escape(text).markup(); }

/// PDF/A wants every schema that is not its own described; PDF/UA's is one.
constexpr std::string_view kUaSchema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA Universal Accessibility "
    "Schema"
    "</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</"
    "pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid"
    "</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li "
    "rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is "
    "followed</pdfaProperty:description></rdf:li></rdf:Seq>"
    "</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";

void append_alternative(std::string& out, std::string_view name, const std::string& text) {
  if (text.empty()) return;
  out += "<dc:" + std::string(name) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
         "</rdf:li></rdf:Alt></dc:" + std::string(name) + ">";
}

}  // namespace

std::string pdf_date(const std::string& iso) {
  if (iso.empty()) return {};
  std::string date = "D:";
  std::copy_if(iso.begin(), iso.end(), std::back_inserter(date), [](char c) { return (c >= '0' && c <= '9') || c == 'Z'; });
  return date;
}

std::string xmp_packet(const DocumentInfo& info, const Claims& claims) {
  const bool claims_ua = claims.ua == UaClaim::made;
  std::string text =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";
  if (claims.archival == Archival::pdf_a) text += " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"";
  text += "><dc:format>application/pdf</dc:format>";
  append_alternative(text, "title", info.title);
  append_alternative(text, "description", info.subject);
  if (!info.author.empty())
    text += "<dc:creator><rdf:Seq><rdf:li>" + escaped(info.author) + "</rdf:li></rdf:Seq></dc:creator>";
  if (!info.language.empty())
    text += "<dc:language><rdf:Bag><rdf:li>" + escaped(info.language) + "</rdf:li></rdf:Bag></dc:language>";
  if (!info.keywords.empty()) text += "<pdf:Keywords>" + escaped(info.keywords) + "</pdf:Keywords>";
  text += "<pdf:Producer>" + std::string(kProducer) + "</pdf:Producer>";
  if (!info.date.empty()) {
    text += "<xmp:CreateDate>" + escaped(info.date) + "</xmp:CreateDate><xmp:ModifyDate>" + escaped(info.date) +
            "</xmp:ModifyDate>";
  }
  if (claims_ua) text += "<pdfuaid:part>1</pdfuaid:part>";
  if (claims.archival == Archival::pdf_a)
    text +=
        "<pdfaid:part>" + std::to_string(claims.archive_part) + "</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>";
  text += "</rdf:Description>";
  if (claims.archival == Archival::pdf_a && claims_ua) text += kUaSchema;
  return text + "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
}

ObjectId write_info(const DocumentInfo& info, ObjectFile& file) {
  std::string text = "<<";
  const auto say = [&text](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    text += key;
    append_text(text, value);
  };
  say("/Title", info.title);
  say("/Author", info.author);
  say("/Subject", info.subject);
  say("/Keywords", info.keywords);
  say("/Producer", std::string(kProducer));
  if (!info.date.empty()) {
    say("/CreationDate", pdf_date(info.date));
    say("/ModDate", pdf_date(info.date));
  }
  return file.put(text + ">>");
}

}  // namespace sats
