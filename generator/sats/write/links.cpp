#include "sats/write/links.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace sats {
namespace {

Rect joined(const std::vector<Rect>& boxes) {
  Rect all = boxes.front();
  for (const Rect& box : boxes) {
    const float right = std::max(all.x + all.width, box.x + box.width);
    const float bottom = std::max(all.y + all.height, box.y + box.height);
    all.x = std::min(all.x, box.x);
    all.y = std::min(all.y, box.y);
    all.width = right - all.x;
    all.height = bottom - all.y;
  }
  return all;
}

/// The corners of each line's box, in the order that readers expect: upper left, upper right, lower left, lower right.
void append_quads(std::string& out, const std::vector<Rect>& boxes, float height) {
  out += "/QuadPoints[";
  for (const Rect& box : boxes) {
    const float upper = height - box.y;
    const float lower = upper - box.height;
    append_numbers(out, box.x, upper, box.x + box.width, upper, box.x, lower, box.x + box.width, lower);
  }
  out.back() = ']';
}

/// Addresses are ASCII in PDF; other bytes, and spaces, are written as URIs write them.
std::string ascii_uri(std::string_view uri) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string ascii;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F) {
      ascii += c;
    } else {
      ascii += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
  }
  return ascii;
}

void append_target(std::string& out, const LaidDocument& document, const Link& link) {
  if (link.destination != kNone) {
    out += "/Dest";
    append_bytes(out, document.destinations[link.destination].name);
  } else {
    out += "/A<</S/URI/URI";
    append_bytes(out, ascii_uri(link.uri));
    out += ">>";
  }
}

/// What the link says: its own words, else where it leads.
const std::string& description_of(const LaidDocument& document, const Link& link) {
  if (!link.contents.empty()) return link.contents;
  return link.destination != kNone ? document.destinations[link.destination].name : link.uri;
}

}  // namespace

void append_rectangle(std::string& out, const Rect& box, float page_height) {
  out += '[';
  append_numbers(out, box.x, page_height - box.y - box.height, box.x + box.width, page_height - box.y);
  out.back() = ']';
}

void write_links(const LaidDocument& document, const std::vector<ObjectId>& pages, Annotations& annotations,
                 ObjectFile& file) {
  for (const Link& link : document.links) {
    std::map<std::uint32_t, std::vector<Rect>> boxes_by_page;
    for (const LinkArea& area : link.areas) {
      if (area.page < pages.size()) boxes_by_page[area.page].push_back(area.box);
    }
    for (const auto& [page, boxes] : boxes_by_page) {
      const float height = document.pages[page].height;
      const ObjectId object = file.reserve();
      std::string text = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P ";
      append_reference(text, pages[page]);
      text += "/Rect";
      append_rectangle(text, joined(boxes), height);
      if (boxes.size() > 1) append_quads(text, boxes, height);
      append_target(text, document, link);
      text += "/Contents";
      append_text(text, description_of(document, link));
      const std::uint32_t key = annotations.add(document, {link.node, object, page});
      if (link.node != kNone) {
        text += "/StructParent ";
        append_integer(text, key);
      }
      file.put(object, text + ">>");
    }
  }
}

}  // namespace sats
