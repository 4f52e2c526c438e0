#include "pdf/wkhtmltopdf/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace pdf {

namespace {

/// The marks count upwards from here as colours: reds next to magenta that no design uses.
constexpr int kFirstColour = 0xFB0000;

constexpr std::array<std::string_view, 8> kPathWords{"m", "l", "c", "v", "y", "h", "re", "W"};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  /// This matrix applied before `outer`.
  [[nodiscard]] Matrix times(const Matrix& outer) const {
    return {a * outer.a + b * outer.c, a * outer.b + b * outer.d,           c * outer.a + d * outer.c,
            c * outer.b + d * outer.d, e * outer.a + f * outer.c + outer.e, e * outer.b + f * outer.d + outer.f};
  }
};

struct State {
  Matrix matrix;
  int mark = 0;  ///< The mark whose colour is the fill colour.
};

double number(std::string_view word) {
  double value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

Box hull(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.bottom, b.bottom), std::max(a.right, b.right), std::max(a.top, b.top)};
}

/// QtWebKit draws an outline as four slim shapes for each line box. Two upright ones of the same height are its sides.
std::vector<Box> line_boxes(const std::vector<Box>& shapes) {
  std::vector<Box> uprights;
  for (const auto& shape : shapes) {
    if (shape.height() > shape.width() * 1.5) uprights.push_back(shape);
  }
  std::vector<Box> boxes;
  std::vector<bool> used(uprights.size());
  for (std::size_t i = 0; i < uprights.size(); ++i) {
    for (std::size_t k = i + 1; k < uprights.size() && !used[i]; ++k) {
      const double slack = uprights[i].width() * 2.5;
      const bool same =
          std::abs(uprights[i].top - uprights[k].top) < slack && std::abs(uprights[i].bottom - uprights[k].bottom) < slack;
      if (used[k] || !same) continue;
      used[i] = used[k] = true;
      boxes.push_back(hull(uprights[i], uprights[k]));
    }
  }
  const bool all_paired = !boxes.empty() && std::find(used.begin(), used.end(), false) == used.end();
  if (all_paired) return boxes;
  Box all = shapes.front();
  for (const auto& shape : shapes) all = hull(all, shape);
  return {all};
}

class Reader {
 public:
  Reader(std::string_view content, int mark_count) : content_(content), mark_count_(mark_count) {
    out_.reserve(content.size());
  }

  UnmarkedPage read() {
    while (next_word()) {
      if (!is_operator(word_)) {
        operands_.push_back(word_);
      } else if (word_ == "BI") {
        break;  // Pixels inside the stream are not words; Qt writes none, and nothing after them is ours to change.
      } else {
        operate();
      }
    }
    out_.append(pending_);
    out_.append(content_.substr(written_));
    UnmarkedPage page{.content = std::move(out_), .marks = {}, .scale = scale_};
    for (const auto& [mark, shapes] : shapes_) page.marks.emplace(mark, line_boxes(shapes));
    return page;
  }

 private:
  static bool is_operator(std::string_view word) {
    const char c = word.front();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || c == '"';
  }

  bool next_word() {
    while (at_ < content_.size() && is_space(content_[at_])) ++at_;
    if (at_ >= content_.size()) return false;
    const auto begin = at_;
    if (content_[at_] == '(') {
      skip_string();
    } else {
      while (at_ < content_.size() && !is_space(content_[at_])) ++at_;
    }
    word_ = content_.substr(begin, at_ - begin);
    return true;
  }

  void skip_string() {
    int depth = 0;
    do {
      const char c = content_[at_++];
      if (c == '\\' && at_ < content_.size()) ++at_;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    } while (depth > 0 && at_ < content_.size());
  }

  void operate() {
    if (word_ == "q") stack_.push_back(state_);
    if (word_ == "Q" && !stack_.empty()) {
      state_ = stack_.back();
      stack_.pop_back();
    }
    if (word_ == "cm" && operands_.size() >= 6)
      state_.matrix = Matrix{arg(0), arg(1), arg(2), arg(3), arg(4), arg(5)}.times(state_.matrix);
    if (word_ == "scn" || word_ == "sc" || word_ == "rg")
      state_.mark = operands_.size() == 3 ? mark_of(arg(0), arg(1), arg(2)) : 0;
    if (scale_ == 0 && (word_ == "re" || word_ == "Tf")) scale_ = std::abs(state_.matrix.a);
    if (state_.mark != 0 && is_path(word_)) {
      follow_path();
    } else {
      pass_on();
    }
    operands_.clear();
  }

  static bool is_path(std::string_view word) {
    return word == "f" || word == "f*" || word == "F" ||
           std::find(kPathWords.begin(), kPathWords.end(), word) != kPathWords.end();
  }

  double arg(std::size_t i) const { return number(operands_[i]); }

  [[nodiscard]] int mark_of(double red, double green, double blue) const {
    const auto byte = [](double part) { return static_cast<int>(std::lround(part * 255)); };
    const int mark = (byte(red) << 16) + (byte(green) << 8) + byte(blue) - kFirstColour;
    return mark >= 1 && mark <= mark_count_ ? mark : 0;
  }

  /// Gathers a path in a mark's colour; it is thrown away when it is filled and kept when it turns out to be a clip.
  void follow_path() {
    if (word_ == "W") {
      pass_on();
      return;
    }
    const bool filled = word_ == "f" || word_ == "f*" || word_ == "F";
    if (word_ == "re" && operands_.size() >= 4) {
      add_point(arg(0), arg(1));
      add_point(arg(0) + arg(2), arg(1) + arg(3));
    } else if (word_ == "m" || word_ == "l") {
      if (operands_.size() >= 2) add_point(arg(0), arg(1));
    }
    pending_.append(content_.substr(written_, at_ - written_));
    written_ = at_;
    if (!filled) return;
    if (shape_) shapes_[state_.mark].push_back(*shape_);
    shape_.reset();
    pending_.clear();
  }

  void add_point(double x, double y) {
    const auto& m = state_.matrix;
    const double px = x * m.a + y * m.c + m.e;
    const double py = x * m.b + y * m.d + m.f;
    const Box point{px, py, px, py};
    shape_ = shape_ ? hull(*shape_, point) : point;
  }

  void pass_on() {
    out_.append(pending_);
    pending_.clear();
    shape_.reset();
    out_.append(content_.substr(written_, at_ - written_));
    written_ = at_;
  }

  std::string_view content_;
  int mark_count_;
  std::size_t at_ = 0;
  std::size_t written_ = 0;  ///< Up to here the input was passed on or thrown away.
  std::string_view word_;
  std::vector<std::string_view> operands_;
  std::vector<State> stack_;
  State state_;
  double scale_ = 0;
  std::string pending_;
  std::optional<Box> shape_;
  std::map<int, std::vector<Box>> shapes_;
  std::string out_;
};

}  // namespace

std::string mark_style(int mark) {
  return fmt::format("outline:{}px solid #{:06x} !important;outline-offset:0 !important;", kMarkWidth, kFirstColour + mark);
}

UnmarkedPage take_marks(std::string_view content, int mark_count) { return Reader(content, mark_count).read(); }

}  // namespace pdf
