#include "sats/pictures/picture.h"

#include <doctest/doctest.h>
#include <jpeglib.h>
#include <png.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "sats/pictures/raster_picture.h"
#include "sats/pictures/svg_picture.h"

namespace {

std::string make_png(std::uint32_t format, std::uint32_t width, std::uint32_t height, bool opaque) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = format;
  std::vector<unsigned char> pixels(PNG_IMAGE_SIZE(image), 0x40);
  if (!opaque) pixels.back() = 0x10;
  if (opaque && PNG_IMAGE_SAMPLE_CHANNELS(format) == 4) {
    for (std::size_t i = 3; i < pixels.size(); i += 4) pixels[i] = 0xFF;
  }
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr);
  return bytes;
}

std::string make_jpeg(int components) {
  jpeg_error_mgr errors{};
  jpeg_compress_struct jpeg{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  jpeg.image_width = 20;
  jpeg.image_height = 10;
  jpeg.input_components = components;
  jpeg.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(&jpeg);
  jpeg.density_unit = 1;
  jpeg.X_density = jpeg.Y_density = 144;
  jpeg_start_compress(&jpeg, TRUE);
  std::vector<unsigned char> row(static_cast<std::size_t>(20 * components), 99);
  unsigned char* rows[] = {row.data()};
  while (jpeg.next_scanline < jpeg.image_height) jpeg_write_scanlines(&jpeg, rows, 1);
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::string made(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return made;
}

/// A picture that must be read.
std::shared_ptr<const sats::RasterPicture> raster(std::string bytes) {
  base::Problems problems;
  const auto picture = sats::read_picture(std::move(bytes), "b", problems);
  CHECK(problems.empty());
  REQUIRE(picture != nullptr);
  return std::static_pointer_cast<const sats::RasterPicture>(picture);
}

/// The code of the problem with a picture that must not be read.
std::string refusal(std::string bytes, const sats::PictureLimits& limits = {}) {
  base::Problems problems;
  CHECK(sats::read_picture(std::move(bytes), "b", problems, {}, limits) == nullptr);
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->severity == base::Severity::warning);
  return problems.begin()->code;
}

}  // namespace

TEST_CASE("an opaque PNG passes through, one with transparency is split") {
  const auto plain = raster(make_png(PNG_FORMAT_RGB, 8, 4, true));
  CHECK(plain->packing == sats::RasterPacking::png_rows);
  CHECK(plain->alpha.empty());
  CHECK(plain->width == doctest::Approx(6));
  CHECK(plain->height == doctest::Approx(3));
  CHECK_FALSE(raster(make_png(PNG_FORMAT_RGBA, 8, 4, false))->alpha.empty());
  CHECK(raster(make_png(PNG_FORMAT_RGBA, 8, 4, true))->alpha.empty());
  CHECK(raster(make_png(PNG_FORMAT_GRAY, 8, 4, true))->model == sats::ColorModel::gray);
}

TEST_CASE("sixteen bits of grey are as light as the eight bits they begin with") {
  // One point each: grey 0x7D00, and grey 0x7D with an alpha of 0xFF.
  constexpr char kSixteen[] =
      "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x10\x00\x00\x00\x00"
      "\x6a\xee\x47\x16\x00\x00\x00\x0b\x49\x44\x41\x54\x78\x9c\x63\xa8\x65\x00\x00\x00\xfd\x00\x7e\x3c\x36\x7b\x31\x00\x00"
      "\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
  constexpr char kEight[] =
      "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x04\x00\x00\x00"
      "\xb5\x1c\x0c\x02\x00\x00\x00\x0b\x49\x44\x41\x54\x78\x9c\x63\xa8\xfd\x0f\x00\x01\xfc\x01\x7d\x28\x2b\x9c\x16\x00\x00"
      "\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
  const auto sixteen = raster(std::string(kSixteen, sizeof(kSixteen) - 1));
  CHECK(sixteen->bytes == raster(std::string(kEight, sizeof(kEight) - 1))->bytes);
}

TEST_CASE("a JPEG passes through with its colours and its density") {
  CHECK(raster(make_jpeg(1))->model == sats::ColorModel::gray);
  const auto colour = raster(make_jpeg(3));
  CHECK(colour->model == sats::ColorModel::rgb);
  CHECK(colour->width == doctest::Approx(10));
  const auto print = raster(make_jpeg(4));
  CHECK(print->model == sats::ColorModel::cmyk);
  CHECK(print->inverted);
  CHECK(print->bytes == make_jpeg(4));
}

TEST_CASE("the camera's turn is read from Exif") {
  std::string bytes = make_jpeg(3);
  std::string exif("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
  const std::string segment = std::string("\xFF\xE1\0", 3) + static_cast<char>(exif.size() + 2) + exif;
  bytes.insert(2, segment);
  const auto turned = raster(bytes);
  CHECK(turned->orientation == 6);
  CHECK(turned->width < turned->height);
}

TEST_CASE("a drawing keeps its size, its title and its text") {
  base::Problems problems;
  const auto picture = sats::read_picture(
      "<svg xmlns='http://www.w3.org/2000/svg' width='40mm' height='20mm' viewBox='0 0 40 20'><title>Et skilt</title>"
      "<text x='2' y='10' font-family='Open Sans' font-size='5'>gaffeltruck</text></svg>",
      "s.svg", problems);
  REQUIRE(picture != nullptr);
  CHECK(picture->kind == sats::PictureKind::svg);
  CHECK(picture->width == doctest::Approx(113.39).epsilon(0.01));
  CHECK(picture->ratio == doctest::Approx(2));
  CHECK(picture->title == "Et skilt");
  const auto& drawing = static_cast<const sats::SvgPicture&>(*picture);
  bool has_font = false;
  for (const sats::FormPart& part : drawing.parts) has_font = has_font || part.text.find("/ToUnicode") != std::string::npos;
  CHECK(has_font);
}

TEST_CASE("a drawing with links is drawn without them") {
  const std::string begin =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' width='80' height='20'>";
  const std::string plain = begin + "<a id='b'><text x='5' y='15'>li<a>nk</a></text></a></svg>";
  base::Problems problems;
  const auto wanted = sats::read_picture(plain, "a", problems);
  REQUIRE(wanted != nullptr);
  for (const char* linked :
       {"<a href='http://x.dk' id='b'><text x='5' y='15'>li<a x:href=\"http://y.dk\">nk</a></text></a></svg>",
        "<a\nid='b' x:href = 'a>b'><text x='5' y='15'>li<a href=''>nk</a></text></a></svg>"}) {
    CAPTURE(linked);
    const auto picture = sats::read_picture(begin + linked, "a", problems);
    REQUIRE(picture != nullptr);
    const auto& parts = static_cast<const sats::SvgPicture&>(*picture).parts;
    CHECK(parts.front().stream == static_cast<const sats::SvgPicture&>(*wanted).parts.front().stream);
  }
  CHECK(problems.size() == 0);
}

TEST_CASE("a drawing whose document type can make links is refused") {
  for (const char* type : {"<!ENTITY e \"&#60;a href='x'>\">", "<!ATTLIST a href CDATA 'x'>"}) {
    base::Problems problems;
    const std::string svg = "<!DOCTYPE svg [" + std::string(type) +
                            "]><svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'><text>a</text></svg>";
    CHECK(sats::read_picture(svg, "a", problems) == nullptr);
    CHECK(problems.size() == 1);
  }
}

TEST_CASE("the same drawing gives the same parts") {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><circle r='4' cx='4' cy='4' opacity='.5'/></svg>";
  base::Problems problems;
  const auto first = sats::read_picture(svg, "a", problems);
  const auto second = sats::read_picture(svg, "b", problems);
  const auto& a = static_cast<const sats::SvgPicture&>(*first).parts;
  const auto& b = static_cast<const sats::SvgPicture&>(*second).parts;
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].text == b[i].text);
    CHECK(a[i].stream == b[i].stream);
  }
  CHECK(first->digest == second->digest);
}

TEST_CASE("broken, unknown and too large pictures are refused with a problem") {
  const std::string png = make_png(PNG_FORMAT_RGB, 8, 4, true);
  CHECK(refusal(png.substr(0, png.size() / 2)) == "sats.billede.oedelagt");
  CHECK(refusal(make_jpeg(3).substr(0, 200)) == "sats.billede.oedelagt");
  CHECK(refusal("<svg xmlns='http://www.w3.org/2000/svg'><g>") == "sats.billede.oedelagt");
  CHECK(refusal("GIF89a") == "sats.billede.ukendt-slags");
  CHECK(refusal("") == "sats.billede.ukendt-slags");
  CHECK(refusal(png, {.pixels = 31}) == "sats.billede.for-stort");
  CHECK(refusal(png, {.bytes = 10}) == "sats.billede.for-stort");
  CHECK(refusal("<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>") == "sats.billede.for-stort");
  std::string torn = png;
  torn[torn.find("IDAT") + 8] = '\x55';
  CHECK(refusal(torn) == "sats.billede.oedelagt");
}
