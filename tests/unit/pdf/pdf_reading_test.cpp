#include "unit/pdf/pdf_reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <sstream>

#include "pdf/child_process.h"
#include "pdf/engine_table.h"
#include "pdf/qpdf_headers.h"
#include "pdf/temporary_folder.h"

namespace pdf_test {

namespace {

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// Follows the text and matrix operators of a content stream. Only scaling and moving occur in what we read.
class TextFollower final : public QPDFObjectHandle::ParserCallbacks {
 public:
  TextFollower(int page, std::vector<PlacedText>& found) : page_(page), found_(found) {}

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    operate(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  struct Scale {
    double y = 1, move_y = 0;
  };

  double arg(std::size_t i) { return operands_.at(i).getNumericValue(); }

  void operate(const std::string& word) {
    if (word == "q") stack_.push_back(scale_);
    if (word == "Q") {
      scale_ = stack_.back();
      stack_.pop_back();
    }
    if (word == "cm") scale_ = {arg(3) * scale_.y, arg(5) * scale_.y + scale_.move_y};
    if (word == "Tf") font_size_ = arg(1);
    if (word == "Tm") {
      text_scale_ = arg(3);
      line_ = arg(5);
    }
    if (word == "Td") line_ += arg(1) * text_scale_;
    if (word == "Tj" || word == "TJ")
      found_.push_back({page_, std::abs(font_size_ * text_scale_ * scale_.y), line_ * scale_.y + scale_.move_y});
  }

  int page_;
  std::vector<PlacedText>& found_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<Scale> stack_;
  Scale scale_;
  double font_size_ = 0;
  double text_scale_ = 1;
  double line_ = 0;
};

}  // namespace

std::vector<std::string> page_texts(const std::string& pdf) {
  const auto folder = pdf::TemporaryFolder::make();
  REQUIRE(folder);
  REQUIRE(folder->write("a.pdf", pdf));
  const auto end =
      pdf::run_child({.arguments = {"pdftotext", "-layout", "a.pdf", "a.txt"}, .environment = {}, .folder = folder->path()},
                     std::chrono::seconds(30));
  REQUIRE(end.exit_code == 0);
  const auto text = pdf::read_bytes(folder->path() / "a.txt").value();
  std::vector<std::string> pages;
  for (std::size_t at = 0; at < text.size();) {
    const auto end_of_page = text.find('\f', at);
    pages.push_back(folded(std::string_view(text).substr(at, end_of_page - at)));
    at = end_of_page == std::string::npos ? text.size() : end_of_page + 1;
  }
  return pages;
}

std::vector<PlacedText> placed_texts(const std::string& pdf) {
  QPDF document;
  document.setSuppressWarnings(true);
  document.processMemoryFile("pdf", pdf.data(), pdf.size());
  std::vector<PlacedText> found;
  int number = 0;
  for (const auto& page : document.getAllPages()) {
    TextFollower follower(++number, found);
    QPDFPageObjectHelper(page).parseContents(&follower);
  }
  return found;
}

std::vector<DrawnPage> drawn_pages(const std::string& pdf) {
  const auto folder = pdf::TemporaryFolder::make();
  REQUIRE(folder);
  REQUIRE(folder->write("a.pdf", pdf));
  const auto end = pdf::run_child(
      {.arguments = {"pdftoppm", "-gray", "-r", "144", "a.pdf", "a"}, .environment = {}, .folder = folder->path()},
      std::chrono::seconds(60));
  REQUIRE(end.exit_code == 0);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder->path())) {
    if (entry.path().extension() == ".pgm") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<DrawnPage> pages;
  for (const auto& file : files) {
    std::istringstream bytes(pdf::read_bytes(file).value());
    std::string kind;
    int most = 0;
    DrawnPage page;
    bytes >> kind >> page.width >> page.height >> most;
    REQUIRE(kind == "P5");
    page.pixels.resize(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height));
    bytes.get();
    bytes.read(page.pixels.data(), static_cast<std::streamsize>(page.pixels.size()));
    pages.push_back(std::move(page));
  }
  return pages;
}

std::optional<double> DrawnPage::lowest_ink(double from, double to) const {
  constexpr unsigned char kWhite = 250;
  const auto row_length = static_cast<std::size_t>(width);
  for (double above = from; above < to; above += 0.5) {
    const auto row = height - 1 - static_cast<int>(above * 2);
    const auto line = std::string_view(pixels).substr(static_cast<std::size_t>(row) * row_length, row_length);
    if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < kWhite; })) return above;
  }
  return std::nullopt;
}

std::string red_pixel() {
  constexpr std::array<unsigned char, 69> kBytes{
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
      0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00,
      0x0C, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00, 0xC9,
      0xFE, 0x92, 0xEF, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(kBytes.data()), kBytes.size()};
}

const base::FileStore& resources() {
  static const base::MemoryFileStore store({{"billeder/roed.png", red_pixel()},
                                            {"billeder/halv.png", red_pixel().substr(0, 40)},
                                            {"billeder/tegning.svg",
                                             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect "
                                             "width=\"40\" height=\"20\" fill=\"#004d80\"/></svg>"},
                                            {"noter.txt", "ikke et billede"}});
  return store;
}

base::PrintDocument document(std::string body) {
  base::PrintDocument made;
  made.html =
      R"(<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"></head><body>)" + std::move(body) + "</body></html>";
  made.stylesheets = {
      {"print.css", "body { font-family: 'DejaVu Sans'; font-size: 11pt; line-height: 1.4 } h2.ny { break-before: page }"}};
  made.title = "Min plan for Sofie";
  made.author = "Nordby Kommune";
  made.subject = "Plan";
  return made;
}

std::string codes(const base::Problems& problems) {
  std::string out;
  for (const auto& problem : problems) out += problem.code + "\n";
  return out;
}

std::vector<std::unique_ptr<pdf::PdfEngine>> present_engines() {
  pdf::EngineOptions options;
  options.command = {"weasyprint", "{html}", "{pdf}"};
  options.wkhtmltox_library = "";
  std::vector<std::unique_ptr<pdf::PdfEngine>> present;
  for (const auto& row : pdf::engine_table()) {
    auto engine = row.make != nullptr ? row.make(options) : nullptr;
    if (engine && engine->availability().here()) {
      present.push_back(std::move(engine));
    } else {
      MESSAGE("SKIPPED: the engine " << std::string(row.name) << " is not here");
    }
  }
  return present;
}

}  // namespace pdf_test
