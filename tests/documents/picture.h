#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace documents {

/// A page as a picture in greys, 0 is black.
struct Picture {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<std::uint8_t> greys;

  [[nodiscard]] std::uint8_t at(std::size_t x, std::size_t y) const { return greys[y * width + x]; }
};

/// A page of a PDF at 70 dots an inch, as poppler draws it, in the sixteen greys that are kept.
Picture draw_page(const std::filesystem::path& pdf, unsigned page);

/// Nothing when there is no readable PNG.
std::optional<Picture> read_png(const std::filesystem::path& path);
void write_png(const std::filesystem::path& path, const Picture& picture);

/// How two pictures of a page differ. They are compared in cells of about 2 mm, so that how a renderer smooths the edges of
/// letters does not count, and a word that is lost or a line that has moved does.
struct Difference {
  double score = 0;    ///< Sum over the cells of how much their mean grey differs beyond what smoothing does.
  std::string places;  ///< The worst cells, in millimetres from the top left corner.
  std::vector<bool> cells;
  std::size_t columns = 0;

  [[nodiscard]] bool is_acceptable() const;
};

Difference compare(const Picture& expected, const Picture& actual);

/// A picture for people: the actual page, pale, what differs in red.
void write_difference(const std::filesystem::path& path, const Picture& actual, const Difference& difference);

}  // namespace documents
