#include "documents/picture.h"

#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "support/run_program.h"
#include "support/temporary_folder.h"

namespace documents {

namespace {

namespace fs = std::filesystem;

constexpr int kDotsPerInch = 70;
constexpr std::size_t kCell = 5;

/// Greys of 255 that a cell's mean may differ by when the same page is smoothed in another way.
constexpr double kSmoothing = 8;

/// A moved hairline of 30 mm, or a lost word of four letters, is above it.
constexpr double kMostScore = 60;

constexpr int kBitDepth = 4;

std::uint8_t kept_grey(unsigned grey) { return static_cast<std::uint8_t>((grey + 8) / 17 * 17); }

double mean(const Picture& picture, std::size_t column, std::size_t row) {
  double sum = 0;
  double count = 0;
  for (std::size_t y = row * kCell; y < std::min(picture.height, (row + 1) * kCell); ++y) {
    for (std::size_t x = column * kCell; x < std::min(picture.width, (column + 1) * kCell); ++x, ++count)
      sum += picture.at(x, y);
  }
  return count > 0 ? sum / count : 0;
}

int millimetres(std::size_t cell) {
  return static_cast<int>(std::lround(static_cast<double>(cell * kCell) * 25.4 / kDotsPerInch));
}

struct CloseFile {
  void operator()(FILE* file) const { std::fclose(file); }
};

/// Writes rows of packed pixels; libpng jumps back here on a full disk.
void write_rows(const fs::path& path, const Picture& size, int colour_type, int depth,
                std::vector<std::vector<std::uint8_t>> rows) {
  fs::create_directories(path.parent_path());
  const std::unique_ptr<FILE, CloseFile> file(std::fopen(path.c_str(), "wb"));
  if (!file) throw std::runtime_error("cannot write " + path.string());
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_init_io(png, file.get());
  png_set_compression_level(png, 9);
  png_set_IHDR(png, info, static_cast<png_uint_32>(size.width), static_cast<png_uint_32>(size.height), depth, colour_type,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  for (auto& row : rows) png_write_row(png, row.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
}

}  // namespace

Picture draw_page(const fs::path& pdf, unsigned page) {
  const test_support::TemporaryFolder folder;
  const auto number = std::to_string(page);
  const auto drawn = test_support::run_program(
      {.arguments = {"pdftoppm", "-r", std::to_string(kDotsPerInch), "-gray", "-png", "-singlefile", "-f", number, "-l",
                     number, fs::absolute(pdf).string(), "page"},
       .folder = folder.path(),
       .environment = {}});
  auto picture = read_png(folder.path() / "page.png");
  if (!picture) throw std::runtime_error("pdftoppm draws no page " + number + " of " + pdf.string() + ": " + drawn.err);
  for (auto& grey : picture->greys) grey = kept_grey(grey);
  return *std::move(picture);
}

std::optional<Picture> read_png(const fs::path& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return std::nullopt;
  image.format = PNG_FORMAT_GRAY;
  Picture picture{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
  if (png_image_finish_read(&image, nullptr, picture.greys.data(), 0, nullptr) == 0) return std::nullopt;
  return picture;
}

void write_png(const fs::path& path, const Picture& picture) {
  std::vector<std::vector<std::uint8_t>> rows;
  for (std::size_t y = 0; y < picture.height; ++y) {
    auto& row = rows.emplace_back((picture.width + 1) / 2);
    for (std::size_t x = 0; x < picture.width; ++x) {
      const unsigned grey = picture.at(x, y) / 17U;
      row[x / 2] = static_cast<std::uint8_t>(row[x / 2] | (x % 2 == 0 ? grey << 4U : grey));
    }
  }
  write_rows(path, picture, PNG_COLOR_TYPE_GRAY, kBitDepth, std::move(rows));
}

bool Difference::is_acceptable() const { return score <= kMostScore; }

Difference compare(const Picture& expected, const Picture& actual) {
  Difference difference;
  if (expected.width != actual.width || expected.height != actual.height) {
    difference.score = 1e9;
    difference.places = "the sheet has another size";
    return difference;
  }
  difference.columns = (actual.width + kCell - 1) / kCell;
  const std::size_t rows = (actual.height + kCell - 1) / kCell;
  std::size_t named = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < difference.columns; ++column) {
      const double beyond = std::fabs(mean(expected, column, row) - mean(actual, column, row)) - kSmoothing;
      difference.cells.push_back(beyond > 0);
      if (beyond <= 0) continue;
      difference.score += beyond;
      constexpr std::size_t kMostNamed = 5;
      if (++named <= kMostNamed)
        difference.places += std::to_string(millimetres(column)) + "," + std::to_string(millimetres(row)) + " mm  ";
    }
  }
  return difference;
}

void write_difference(const fs::path& path, const Picture& actual, const Difference& difference) {
  std::vector<std::vector<std::uint8_t>> rows;
  for (std::size_t y = 0; y < actual.height; ++y) {
    auto& row = rows.emplace_back();
    for (std::size_t x = 0; x < actual.width; ++x) {
      const std::size_t cell = y / kCell * difference.columns + x / kCell;
      const bool differs = cell < difference.cells.size() && difference.cells[cell];
      const auto pale = static_cast<std::uint8_t>(128 + actual.at(x, y) / 2);
      const auto other = differs ? static_cast<std::uint8_t>(actual.at(x, y) / 2) : pale;
      row.insert(row.end(), {differs ? std::uint8_t{255} : pale, other, other});
    }
  }
  write_rows(path, actual, PNG_COLOR_TYPE_RGB, 8, std::move(rows));
}

}  // namespace documents
