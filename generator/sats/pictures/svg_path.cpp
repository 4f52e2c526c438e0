#include "sats/pictures/svg_path.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

#include "sats/write/pdf_syntax.h"

namespace sats {
namespace {

/// How far the handles of a curve reach so that four of them are a circle.
constexpr double kCircle = 0.5522847498;

bool is_separator(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ','; }

/// Takes numbers and letters from a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { skip_space(); }

  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  [[nodiscard]] bool at_number() const {
    return !done() &&
           (text_[at_] == '-' || text_[at_] == '+' || text_[at_] == '.' || (text_[at_] >= '0' && text_[at_] <= '9'));
  }

  char letter() {
    const char c = text_[at_++];
    skip_space();
    return c;
  }

  bool number(double& value) {
    if (!at_number()) return false;
    const std::size_t begin = text_[at_] == '+' ? at_ + 1 : at_;
    const auto read = std::from_chars(text_.data() + begin, text_.data() + text_.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value) || std::abs(value) > 1e6) return false;
    at_ = static_cast<std::size_t>(read.ptr - text_.data());
    skip_space();
    return true;
  }

  /// A flag of an arc is one digit; another number may follow at once.
  bool flag(bool& value) {
    if (done() || (text_[at_] != '0' && text_[at_] != '1')) return false;
    value = letter() == '1';
    return true;
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_separator(text_[at_])) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

struct Spot {
  double x = 0;
  double y = 0;
};

/// An elliptical arc from one point to another (SVG 1.1, F.6).
struct Arc {
  double rx = 0;
  double ry = 0;
  double degrees = 0;
  bool large = false;
  bool sweep = false;
};

double angle_of(double x, double y) { return std::atan2(y, x); }

void write_arc(Spot from, Arc arc, Spot to, PathWriter& out) {
  const double turn = arc.degrees * std::numbers::pi / 180;
  const double cos = std::cos(turn);
  const double sin = std::sin(turn);
  const double dx = (from.x - to.x) / 2;
  const double dy = (from.y - to.y) / 2;
  const Spot half{cos * dx + sin * dy, -sin * dx + cos * dy};
  double rx = std::abs(arc.rx);
  double ry = std::abs(arc.ry);
  if (rx == 0 || ry == 0 || (dx == 0 && dy == 0)) return out.line_to(to.x, to.y);
  // Radii that are too small to reach are made larger (F.6.6).
  const double reach = half.x * half.x / (rx * rx) + half.y * half.y / (ry * ry);
  if (reach > 1) {
    rx *= std::sqrt(reach);
    ry *= std::sqrt(reach);
  }
  const double below = rx * rx * half.y * half.y + ry * ry * half.x * half.x;
  const double factor = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below)) * (arc.large == arc.sweep ? -1 : 1);
  const Spot middle{factor * rx * half.y / ry, -factor * ry * half.x / rx};
  const Spot center{cos * middle.x - sin * middle.y + (from.x + to.x) / 2,
                    sin * middle.x + cos * middle.y + (from.y + to.y) / 2};
  const double begin = angle_of((half.x - middle.x) / rx, (half.y - middle.y) / ry);
  double span = angle_of((-half.x - middle.x) / rx, (-half.y - middle.y) / ry) - begin;
  if (arc.sweep && span < 0) span += 2 * std::numbers::pi;
  if (!arc.sweep && span > 0) span -= 2 * std::numbers::pi;
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(span) / (std::numbers::pi / 2) - 1e-9)));
  const double step = span / pieces;
  const double handle = 4.0 / 3 * std::tan(step / 4);
  const auto place = [&](double x, double y) {
    return Spot{center.x + cos * rx * x - sin * ry * y, center.y + sin * rx * x + cos * ry * y};
  };
  for (int i = 0; i < pieces; ++i) {
    const double a = begin + i * step;
    const double b = a + step;
    const Spot first = place(std::cos(a) - handle * std::sin(a), std::sin(a) + handle * std::cos(a));
    const Spot second = place(std::cos(b) + handle * std::sin(b), std::sin(b) - handle * std::cos(b));
    const Spot end = i + 1 == pieces ? to : place(std::cos(b), std::sin(b));
    out.curve_to(first.x, first.y, second.x, second.y, end.x, end.y);
  }
}

/// What the numbers of a command count from, and where the first handle of a curve comes from.
enum class Origin : std::uint8_t { page, pen };
enum class FirstHandle : std::uint8_t { given, mirrored };

/// Follows path data, a command at a time.
class PathReader {
 public:
  PathReader(std::string_view data, std::string& out) : in_(data), out_(out) {}

  bool read() {
    if (in_.done()) return true;
    char command = in_.letter();
    if (command != 'M' && command != 'm') return false;
    while (true) {
      if (!step(command)) return false;
      if (in_.done()) return true;
      if (!in_.at_number())
        command = in_.letter();
      else if (command == 'z' || command == 'Z')
        return false;
      else if (command == 'm' || command == 'M')
        command = command == 'm' ? 'l' : 'L';  // More points behind a move are lines.
    }
  }

 private:
  bool point(Origin origin, Spot& spot) {
    if (!in_.number(spot.x) || !in_.number(spot.y)) return false;
    if (origin == Origin::pen) spot = {spot.x + at_.x, spot.y + at_.y};
    return true;
  }

  /// Small letters count from where the pen is.
  bool step(char command) {
    const auto origin = command >= 'a' ? Origin::pen : Origin::page;
    switch (command >= 'a' ? command : static_cast<char>(command + ('a' - 'A'))) {
      case 'm': return move(origin);
      case 'l': return line(origin);
      case 'h': return straight(origin, at_.x);
      case 'v': return straight(origin, at_.y);
      case 'c': return cubic(origin, FirstHandle::given);
      case 's': return cubic(origin, FirstHandle::mirrored);
      case 'q': return quadratic(origin, FirstHandle::given);
      case 't': return quadratic(origin, FirstHandle::mirrored);
      case 'a': return arc(origin);
      case 'z': return end();
      default: return false;
    }
  }

  bool end() {
    out_.close();
    at_ = start_;
    return forget();
  }

  /// The control points of curves are not what the next smooth curve goes on from.
  bool forget() {
    cubic_control_ = quadratic_control_ = at_;
    return true;
  }

  bool move(Origin origin) {
    if (!point(origin, at_)) return false;
    start_ = at_;
    out_.move_to(at_.x, at_.y);
    return forget();
  }

  bool line(Origin origin) {
    Spot to;
    if (!point(origin, to)) return false;
    at_ = to;
    out_.line_to(at_.x, at_.y);
    return forget();
  }

  /// A line along one axis.
  bool straight(Origin origin, double& coordinate) {
    double value = 0;
    if (!in_.number(value)) return false;
    coordinate = value + (origin == Origin::pen ? coordinate : 0);
    out_.line_to(at_.x, at_.y);
    return forget();
  }

  bool cubic(Origin origin, FirstHandle handle) {
    Spot first{2 * at_.x - cubic_control_.x, 2 * at_.y - cubic_control_.y};
    Spot second;
    Spot to;
    if (handle == FirstHandle::given && !point(origin, first)) return false;
    if (!point(origin, second) || !point(origin, to)) return false;
    out_.curve_to(first.x, first.y, second.x, second.y, to.x, to.y);
    at_ = to;
    forget();
    cubic_control_ = second;
    return true;
  }

  bool quadratic(Origin origin, FirstHandle handle) {
    Spot control{2 * at_.x - quadratic_control_.x, 2 * at_.y - quadratic_control_.y};
    Spot to;
    if ((handle == FirstHandle::given && !point(origin, control)) || !point(origin, to)) return false;
    const auto towards = [&control](Spot spot) {
      return Spot{spot.x + (control.x - spot.x) * 2 / 3, spot.y + (control.y - spot.y) * 2 / 3};
    };
    const Spot first = towards(at_);
    const Spot second = towards(to);
    out_.curve_to(first.x, first.y, second.x, second.y, to.x, to.y);
    at_ = to;
    forget();
    quadratic_control_ = control;
    return true;
  }

  bool arc(Origin origin) {
    Arc arc;
    Spot to;
    if (!in_.number(arc.rx) || !in_.number(arc.ry) || !in_.number(arc.degrees) || !in_.flag(arc.large) ||
        !in_.flag(arc.sweep) || !point(origin, to))
      return false;
    write_arc(at_, arc, to, out_);
    at_ = to;
    return forget();
  }

  Reader in_;
  PathWriter out_;
  Spot at_;
  Spot start_;
  Spot cubic_control_;
  Spot quadratic_control_;
};

}  // namespace

std::optional<std::vector<double>> read_svg_numbers(std::string_view text) {
  Reader in(text);
  std::vector<double> numbers;
  while (!in.done()) {
    if (!in.number(numbers.emplace_back())) return std::nullopt;
  }
  return numbers;
}

void PathWriter::number(double value) {
  append_number(out_, value, 3);
  out_ += ' ';
}

void PathWriter::move_to(double x, double y) {
  number(x);
  number(y);
  out_ += "m\n";
}

void PathWriter::line_to(double x, double y) {
  number(x);
  number(y);
  out_ += "l\n";
}

// NOLINTNEXTLINE(readability-function-size): the six numbers of a curve, as SVG and PDF write them
void PathWriter::curve_to(double x1, double y1, double x2, double y2, double x, double y) {
  for (const double value : {x1, y1, x2, y2, x, y}) number(value);
  out_ += "c\n";
}

void PathWriter::close() { out_ += "h\n"; }

void PathWriter::ellipse(double x, double y, double rx, double ry) { rounded_box(x - rx, y - ry, 2 * rx, 2 * ry, rx, ry); }

// NOLINTNEXTLINE(readability-function-size): the six attributes of an SVG rectangle
void PathWriter::rounded_box(double x, double y, double width, double height, double rx, double ry) {
  const double right = x + width;
  const double bottom = y + height;
  const double hx = rx * (1 - kCircle);
  const double hy = ry * (1 - kCircle);
  move_to(x + rx, y);
  if (width > 2 * rx) line_to(right - rx, y);
  if (rx > 0) curve_to(right - hx, y, right, y + hy, right, y + ry);
  if (height > 2 * ry || rx == 0) line_to(right, bottom - ry);
  if (rx > 0) curve_to(right, bottom - hy, right - hx, bottom, right - rx, bottom);
  if (width > 2 * rx) line_to(x + rx, bottom);
  if (rx > 0) curve_to(x + hx, bottom, x, bottom - hy, x, bottom - ry);
  if (height > 2 * ry && rx > 0) line_to(x, y + ry);
  if (rx > 0) curve_to(x, y + hy, x + hx, y, x + rx, y);
  close();
}

bool write_path_data(std::string_view data, std::string& out) { return PathReader(data, out).read(); }

}  // namespace sats
