#include "documents/page_walk.h"

#include <vector>

namespace documents {

namespace {

constexpr char32_t kUnknown = 0xFFFD;
constexpr int kDeepestForm = 12;

/// A sequence of marked content that is open.
struct Mark {
  enum class Kind { other, tagged, furniture, repetition };
  Kind kind = Kind::other;
  int mcid = -1;
  std::size_t said_from = std::u32string::npos;  ///< Where its text began when it has an ActualText.
  std::u32string said;
};

std::u32string letters_of(const std::u16string& units) {
  std::u32string out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool pair = units[i] >= 0xD800 && units[i] < 0xDC00 && i + 1 < units.size();
    const char32_t joined = pair ? (units[i] - 0xD800U) * 0x400U + (units[i + 1] - 0xDC00U) + 0x10000U : units[i];
    out += joined;
    i += pair ? 1 : 0;
  }
  return out;
}

class Walk final : public QPDFObjectHandle::ParserCallbacks {
 public:
  Walk(const QPDFObjectHandle& resources, WalkedPage& page, FontTexts& fonts, int depth)
      : resources_(resources), page_(page), fonts_(fonts), depth_(depth) {}

  /// The marks around the form that is walked through.
  void stand_in(const std::vector<Mark>& marks) { marks_ = marks; }

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    handle(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void handle(const std::string& name) {
    if (name == "BDC" || name == "BMC") return begin_mark(name);
    if (name == "EMC") return end_mark();
    if (name == "q") return saved_.push_back(font_);
    if (name == "Q" && !saved_.empty()) {
      font_ = saved_.back();
      saved_.pop_back();
    }
    if (name == "Tf") return set_font(operands_.at(0).getName());
    if (name == "Do") return draw(operands_.at(0).getName());
    if (name != "Tj" && name != "TJ" && name != "'" && name != "\"") return;
    for (QPDFObjectHandle& operand : operands_) show(operand);
  }

  void begin_mark(const std::string& name) {
    Mark mark;
    QPDFObjectHandle properties = operands_.size() > 1 ? operands_[1] : QPDFObjectHandle::newNull();
    if (properties.isName()) properties = resources_.getKey("/Properties").getKey(properties.getName());
    if (operands_.at(0).isNameAndEquals("/Artifact")) {
      const bool furniture = name == "BDC" && properties.isDictionary() && properties.hasKey("/Subtype");
      mark.kind = furniture ? Mark::Kind::furniture : Mark::Kind::repetition;
    }
    if (properties.isDictionary() && properties.getKey("/MCID").isInteger()) {
      mark.kind = Mark::Kind::tagged;
      mark.mcid = properties.getKey("/MCID").getIntValueAsInt();
    }
    if (properties.isDictionary() && properties.getKey("/ActualText").isString()) {
      mark.said = to_utf32(properties.getKey("/ActualText").getUTF8Value());
      mark.said_from = 0;
    }
    marks_.push_back(std::move(mark));
  }

  void end_mark() {
    if (marks_.empty()) return;
    const Mark mark = marks_.back();
    marks_.pop_back();
    if (mark.said_from != std::u32string::npos) add(mark.said);
  }

  void set_font(const std::string& name) {
    QPDFObjectHandle font = resources_.getKey("/Font").getKey(name);
    font_ = nullptr;
    if (!font.isDictionary() || !font.getKey("/ToUnicode").isStream()) return;
    wide_ = font.getKey("/Subtype").isNameAndEquals("/Type0");
    const auto [row, is_new] = fonts_.try_emplace(font.getObjGen());
    if (is_new) {
      const auto bytes = font.getKey("/ToUnicode").getStreamData(qpdf_dl_generalized);
      row->second = pdf_checker::read_cmap({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()});
    }
    font_ = &row->second;
  }

  void show(QPDFObjectHandle operand) {
    if (operand.isArray()) {
      for (QPDFObjectHandle& item : operand.getArrayAsVector()) show(item);
      return;
    }
    if (!operand.isString()) return;
    // Inside an ActualText the glyphs themselves say nothing.
    for (const Mark& mark : marks_) {
      if (mark.said_from != std::u32string::npos) return;
    }
    const std::string codes = operand.getStringValue();
    const std::size_t step = wide_ ? 2 : 1;
    for (std::size_t i = 0; i + step <= codes.size(); i += step) {
      const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(codes[at])); };
      add(text_of(wide_ ? byte(i) << 8U | byte(i + 1) : byte(i)));
    }
  }

  [[nodiscard]] std::u32string text_of(unsigned code) const {
    if (font_ == nullptr) return {kUnknown};
    const auto found = font_->find(code);
    return found == font_->end() ? std::u32string{kUnknown} : letters_of(found->second);
  }

  void add(const std::u32string& text) {
    page_.text.all += text;
    for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
      if (mark->kind == Mark::Kind::other) continue;
      if (mark->kind == Mark::Kind::tagged) page_.marked[mark->mcid] += text;
      if (mark->kind == Mark::Kind::furniture) page_.text.furniture += text;
      if (mark->kind == Mark::Kind::repetition) page_.text.repetition += text;
      return;
    }
  }

  void draw(const std::string& name) {
    QPDFObjectHandle object = resources_.getKey("/XObject").getKey(name);
    if (!object.isStream() || !object.getDict().getKey("/Subtype").isNameAndEquals("/Form") || depth_ >= kDeepestForm)
      return;
    QPDFObjectHandle own = object.getDict().getKey("/Resources");
    Walk inner(own.isDictionary() ? own : resources_, page_, fonts_, depth_ + 1);
    inner.stand_in(marks_);
    QPDFObjectHandle::parseContentStream(object, &inner);
  }

  QPDFObjectHandle resources_;
  WalkedPage& page_;
  FontTexts& fonts_;
  int depth_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<Mark> marks_;
  const pdf_checker::CMap* font_ = nullptr;
  bool wide_ = true;
  std::vector<const pdf_checker::CMap*> saved_;
};

}  // namespace

WalkedPage walk_page(const QPDFObjectHandle& page, FontTexts& fonts) {
  WalkedPage walked;
  QPDFPageObjectHelper helper(page);
  Walk walk(helper.getAttribute("/Resources", false), walked, fonts, 0);
  helper.parseContents(&walk);
  return walked;
}

}  // namespace documents
