#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sats/write/metadata.h"

namespace sats {
namespace {

void append_u16(std::string& out, unsigned value) {
  out += static_cast<char>((value >> 8U) & 0xFFU);
  out += static_cast<char>(value & 0xFFU);
}

void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value >> 16U);
  append_u16(out, value & 0xFFFFU);
}

/// ICC's s15Fixed16Number.
void append_fixed(std::string& out, double value) {
  append_u32(out, static_cast<std::uint32_t>(std::lround(value * 65536)));
}

std::string xyz(double x, double y, double z) {
  std::string tag = "XYZ ";
  append_u32(tag, 0);
  for (const double value : {x, y, z}) append_fixed(tag, value);
  return tag;
}

std::string text_tag(std::string_view text) {
  std::string tag = "text";
  append_u32(tag, 0);
  tag += text;
  tag += '\0';
  return tag;
}

std::string description_tag(std::string_view text) {
  std::string tag = "desc";
  append_u32(tag, 0);
  append_u32(tag, static_cast<std::uint32_t>(text.size() + 1));
  tag += text;
  // No Unicode and no Macintosh name: two words, a word and a byte, and 67 bytes of nothing.
  tag.append(1 + 8 + 3 + 67, '\0');
  return tag;
}

/// The transfer curve of IEC 61966-2-1 in 1024 steps.
std::string curve_tag() {
  constexpr unsigned kSteps = 1024;
  std::string tag = "curv";
  append_u32(tag, 0);
  append_u32(tag, kSteps);
  for (unsigned i = 0; i < kSteps; ++i) {
    const double value = i / static_cast<double>(kSteps - 1);
    const double linear = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    append_u16(tag, static_cast<unsigned>(std::lround(linear * 65535)));
  }
  return tag;
}

struct ProfileTag {
  std::string_view name;
  std::string bytes;
};

/// The header of ICC.1:2001, 6.1: version 2.1, a display profile from RGB to XYZ.
std::string header(std::size_t size) {
  std::string text;
  append_u32(text, static_cast<std::uint32_t>(size));
  append_u32(text, 0);
  append_u32(text, 0x02100000);
  text += "mntrRGB XYZ ";
  for (const unsigned part : {2026U, 1U, 1U, 0U, 0U, 0U}) append_u16(text, part);
  text += "acsp";
  text.append(28, '\0');
  for (const double value : {0.9642, 1.0, 0.8249}) append_fixed(text, value);
  text.append(48, '\0');
  return text;
}

}  // namespace

std::string srgb_profile() {
  // Primaries adapted to D50, as in every sRGB profile.
  const std::vector<ProfileTag> tags{{"desc", description_tag("sRGB IEC61966-2.1")},
                                     {"cprt", text_tag("No copyright, use freely")},
                                     {"wtpt", xyz(0.9505, 1.0, 1.0891)},
                                     {"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
                                     {"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
                                     {"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
                                     {"rTRC", curve_tag()}};
  constexpr std::array<std::string_view, 2> kSameCurve{"gTRC", "bTRC"};
  const std::size_t count = tags.size() + kSameCurve.size();
  std::size_t offset = 128 + 4 + count * 12;
  std::string table;
  std::string bytes;
  append_u32(table, static_cast<std::uint32_t>(count));
  std::size_t place = offset;
  for (const ProfileTag& tag : tags) {
    place = offset + bytes.size();
    table += tag.name;
    append_u32(table, static_cast<std::uint32_t>(place));
    append_u32(table, static_cast<std::uint32_t>(tag.bytes.size()));
    bytes += tag.bytes;
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
  }
  for (const std::string_view name : kSameCurve) {
    table += name;
    append_u32(table, static_cast<std::uint32_t>(place));
    append_u32(table, static_cast<std::uint32_t>(tags.back().bytes.size()));
  }
  return header(offset + bytes.size()) + table + bytes;
}

ObjectId write_output_intent(ObjectFile& file) {
  const ObjectId profile = file.put_stream("/N 3", srgb_profile(), Packing::flate);
  std::string text =
      "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB "
      "IEC61966-2.1)/DestOutputProfile ";
  append_reference(text, profile);
  return file.put(text + ">>");
}

}  // namespace sats
