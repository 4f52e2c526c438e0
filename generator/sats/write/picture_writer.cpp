#include "sats/write/picture_writer.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "sats/pictures/raster_picture.h"
#include "sats/pictures/svg_picture.h"

namespace sats {
namespace {

void append_size(std::string& out, const RasterPicture& picture) {
  out += "/Type/XObject/Subtype/Image/Width ";
  append_integer(out, picture.columns);
  out += "/Height ";
  append_integer(out, picture.rows);
}

ObjectId write_alpha(const RasterPicture& picture, ObjectFile& file) {
  std::string entries;
  append_size(entries, picture);
  const ObjectId object = file.reserve();
  file.put_packed_stream(object, entries + "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode", picture.alpha);
  return object;
}

std::string color_space(const RasterPicture& picture) {
  constexpr std::array<std::string_view, 3> kSpaces{"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"};
  if (picture.model != ColorModel::palette) return std::string(kSpaces[static_cast<std::size_t>(picture.model)]);
  std::string space = "[/Indexed/DeviceRGB ";
  append_integer(space, static_cast<std::int64_t>(picture.palette.size() / 3) - 1);
  append_bytes(space, picture.palette);
  return space + ']';
}

std::string packing_entries(const RasterPicture& picture) {
  if (picture.packing == RasterPacking::jpeg) return "/Filter/DCTDecode";
  if (picture.packing == RasterPacking::flate) return "/Filter/FlateDecode";
  std::string text = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns ";
  append_integer(text, picture.columns);
  text += "/BitsPerComponent ";
  append_integer(text, picture.bits);
  return text + (picture.model == ColorModel::rgb ? "/Colors 3>>" : ">>");
}

WrittenPicture write_raster(const RasterPicture& picture, ObjectFile& file) {
  std::string entries;
  append_size(entries, picture);
  entries += "/ColorSpace" + color_space(picture) + "/BitsPerComponent ";
  append_integer(entries, picture.bits);
  entries += packing_entries(picture);
  if (picture.inverted) entries += "/Decode[1 0 1 0 1 0 1 0]";
  if (!picture.alpha.empty()) {
    entries += "/SMask ";
    append_reference(entries, write_alpha(picture, file));
  }
  const ObjectId object = file.reserve();
  file.put_packed_stream(object, entries, picture.bytes);
  return {object, 1, 1, picture.orientation};
}

/// A part's text with its references as this file numbers them.
std::string resolved(std::string_view text, const std::vector<ObjectId>& objects) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find(kReferenceBegin, at);
    out += text.substr(at, begin - at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = text.find(kReferenceEnd, begin);
    std::size_t index = 0;
    for (std::size_t i = begin + 1; i < end; ++i) index = index * 10 + static_cast<std::size_t>(text[i] - '0');
    append_reference(out, objects[index]);
    at = end + 1;
  }
  return out;
}

WrittenPicture write_form(const SvgPicture& picture, ObjectFile& file) {
  std::vector<ObjectId> objects;
  for (std::size_t i = 0; i < picture.parts.size(); ++i) objects.push_back(file.reserve());
  for (std::size_t i = 0; i < picture.parts.size(); ++i) {
    const FormPart& part = picture.parts[i];
    if (part.is_stream) {
      file.put_packed_stream(objects[i], resolved(part.text, objects), part.stream);
    } else {
      file.put(objects[i], resolved(part.text, objects));
    }
  }
  return {objects.front(), picture.form_width, picture.form_height, 1};
}

}  // namespace

std::vector<WrittenPicture> write_pictures(const LaidDocument& document, ObjectFile& file) {
  std::vector<WrittenPicture> written;
  std::map<std::uint64_t, WrittenPicture> known;
  for (const auto& picture : document.pictures) {
    if (!picture) {
      written.emplace_back();
      continue;
    }
    const auto [place, is_new] = known.try_emplace(picture->digest);
    if (is_new && picture->kind == PictureKind::svg)
      place->second = write_form(static_cast<const SvgPicture&>(*picture), file);
    if (is_new && picture->kind != PictureKind::svg)
      place->second = write_raster(static_cast<const RasterPicture&>(*picture), file);
    written.push_back(place->second);
  }
  return written;
}

}  // namespace sats
