#include "sats/write/navigation.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sats/write/number_tree.h"

namespace sats {
namespace {

/// Where an entry stands among the others, as indices; kNone for none.
struct Place {
  std::uint32_t parent = kNone;
  std::uint32_t previous = kNone;
  std::uint32_t next = kNone;
  std::uint32_t first = kNone;
  std::uint32_t last = kNone;
  int shown = 0;  ///< Entries below it that are visible when it is open.
};

/// A tree from levels. A level that is skipped (1, then 3) counts as the next one.
std::vector<Place> places_of(const std::vector<OutlineEntry>& entries, Place& top) {
  std::vector<Place> places(entries.size());
  std::vector<std::uint32_t> path;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    while (!path.empty() && entries[path.back()].level >= entries[i].level) path.pop_back();
    places[i].parent = path.empty() ? kNone : path.back();
    Place& parent = path.empty() ? top : places[path.back()];
    places[i].previous = parent.last;
    if (parent.last != kNone) places[parent.last].next = i;
    if (parent.first == kNone) parent.first = i;
    parent.last = i;
    path.push_back(i);
  }
  for (auto i = static_cast<std::uint32_t>(entries.size()); i-- > 0;) {
    Place& parent = places[i].parent == kNone ? top : places[places[i].parent];
    parent.shown += 1 + (entries[i].open ? places[i].shown : 0);
  }
  return places;
}

std::string_view number_style(NumberStyle style) {
  constexpr std::array<std::string_view, 6> kStyles{"", "/S/D", "/S/R", "/S/r", "/S/A", "/S/a"};
  return kStyles[static_cast<std::size_t>(style)];
}

}  // namespace

ObjectId write_outline(const LaidDocument& document, ObjectFile& file) {
  if (document.outline.empty()) return 0;
  Place top;
  const std::vector<Place> places = places_of(document.outline, top);
  const ObjectId root = file.reserve();
  std::vector<ObjectId> objects(places.size());
  std::generate(objects.begin(), objects.end(), [&] { return file.reserve(); });
  const auto refer = [&](std::string& text, std::string_view key, std::uint32_t index) {
    if (index == kNone) return;
    text += key;
    append_reference(text, objects[index]);
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    const OutlineEntry& entry = document.outline[i];
    std::string text = "<</Title";
    append_text(text, entry.title);
    text += "/Parent ";
    append_reference(text, places[i].parent == kNone ? root : objects[places[i].parent]);
    refer(text, "/Prev ", places[i].previous);
    refer(text, "/Next ", places[i].next);
    refer(text, "/First ", places[i].first);
    refer(text, "/Last ", places[i].last);
    if (places[i].shown > 0) text += "/Count " + std::to_string(entry.open ? places[i].shown : -places[i].shown);
    if (entry.destination != kNone) {
      text += "/Dest";
      append_bytes(text, document.destinations[entry.destination].name);
    }
    file.put(objects[i], text + ">>");
  }
  std::string text = "<</Type/Outlines";
  refer(text, "/First ", top.first);
  refer(text, "/Last ", top.last);
  file.put(root, text + "/Count " + std::to_string(top.shown) + ">>");
  return root;
}

ObjectId write_destinations(const LaidDocument& document, const std::vector<ObjectId>& pages, ObjectFile& file) {
  std::vector<NameTreeEntry> names;
  for (const Destination& destination : document.destinations) {
    if (destination.page >= pages.size()) continue;
    std::string place = "[";
    append_reference(place, pages[destination.page]);
    place += "/XYZ ";
    append_numbers(place, destination.x, document.pages[destination.page].height - destination.y);
    names.push_back({destination.name, place + "null]"});
  }
  if (names.empty()) return 0;
  std::stable_sort(names.begin(), names.end(), [](const NameTreeEntry& a, const NameTreeEntry& b) { return a.key < b.key; });
  names.erase(
      std::unique(names.begin(), names.end(), [](const NameTreeEntry& a, const NameTreeEntry& b) { return a.key == b.key; }),
      names.end());
  return write_name_tree(names, file);
}

std::string page_labels(const LaidDocument& document) {
  if (document.page_labels.empty()) return {};
  std::string text = "<</Nums[";
  // The tree must begin with page 0.
  if (document.page_labels.front().first_page != 0) text += "0<</S/D>>";
  for (const PageLabel& label : document.page_labels) {
    append_integer(text, label.first_page);
    text += "<<";
    text += number_style(label.style);
    if (!label.prefix.empty()) {
      text += "/P";
      append_text(text, label.prefix);
    }
    if (label.start != 1) text += "/St " + std::to_string(label.start);
    text += ">>";
  }
  return text + "]>>";
}

}  // namespace sats
