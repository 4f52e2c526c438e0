#include <algorithm>
#include <array>
#include <string_view>

#include "document.h"

namespace pdf_checker {
namespace {

constexpr std::array<std::string_view, 16> kPaintingOperators{"f", "F",  "f*", "B",  "B*", "b",  "b*", "S",
                                                              "s", "sh", "Tj", "TJ", "'",  "\"", "EI", "Do"};
constexpr int kDeepestForm = 12;

/// `explained` marks carry an ActualText.
enum class MarkKind { artifact, tagged, explained, other };

/// Follows the operators of one stream.
class Walk : public QPDFObjectHandle::ParserCallbacks {
 public:
  Walk(const QPDFObjectHandle& resources, PageContent& content, std::map<QPDFObjGen, FontUse>& fonts, int depth)
      : resources_(resources), content_(content), fonts_(fonts), depth_(depth) {}

  /// Marks around the form that is being walked count inside it.
  void inherit(const std::vector<MarkKind>& marks, std::size_t saves) {
    marks_ = marks;
    inherited_ = marks.size();
    outer_saves_ = saves;
  }

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    handle(object.getOperatorValue());
    operands_.clear();
  }

  void handleEOF() override {
    if (marks_.size() != inherited_) content_.unbalanced_marks = true;
  }

 private:
  void handle(const std::string& name) {
    content_.operators.insert(name);
    if (name == "BDC" || name == "BMC") return begin_mark(name);
    if (name == "EMC") return end_mark();
    if (name == "q") return save();
    if (name == "Q") return restore();
    if (name == "Tf" && operands_.size() == 2) return set_font(operands_[0].getName());
    if (std::find(kPaintingOperators.begin(), kPaintingOperators.end(), name) == kPaintingOperators.end()) return;
    note_text(name);
    if (name == "Do") return draw();
    if (!is_marked()) content_.unmarked.push_back(name);
  }

  [[nodiscard]] bool is_in(MarkKind kind) const { return std::find(marks_.begin(), marks_.end(), kind) != marks_.end(); }
  [[nodiscard]] bool is_marked() const { return is_in(MarkKind::artifact) || is_in(MarkKind::tagged); }

  QPDFObjectHandle properties() {
    if (operands_.size() < 2) return QPDFObjectHandle::newNull();
    return operands_[1].isName() ? resources_.getKey("/Properties").getKey(operands_[1].getName()) : operands_[1];
  }

  void begin_mark(const std::string& name) {
    const std::string tag = !operands_.empty() && operands_[0].isName() ? operands_[0].getName() : "";
    QPDFObjectHandle list = name == "BDC" ? properties() : QPDFObjectHandle::newNull();
    if (tag == "/Artifact") {
      if (is_in(MarkKind::tagged)) content_.artifact_in_tagged = true;
      return marks_.push_back(MarkKind::artifact);
    }
    if (list.isDictionary() && list.getKey("/Lang").isString())
      content_.span_languages.push_back(list.getKey("/Lang").getUTF8Value());
    if (!list.isDictionary() || !list.getKey("/MCID").isInteger())
      return marks_.push_back(list.isDictionary() && list.hasKey("/ActualText") ? MarkKind::explained : MarkKind::other);
    if (is_in(MarkKind::artifact)) content_.tagged_in_artifact = true;
    const int mcid = list.getKey("/MCID").getIntValueAsInt();
    if (!content_.mcids.insert(mcid).second) content_.repeated_mcids.insert(mcid);
    marks_.push_back(MarkKind::tagged);
  }

  void end_mark() {
    if (marks_.size() <= inherited_) {
      content_.unbalanced_marks = true;
    } else {
      marks_.pop_back();
    }
  }

  void save() {
    saved_.push_back(font_);
    content_.deepest_save = std::max(content_.deepest_save, saved_.size() + outer_saves_);
  }

  void restore() {
    if (saved_.empty()) return;
    font_ = saved_.back();
    saved_.pop_back();
  }

  void set_font(const std::string& name) {
    QPDFObjectHandle font = resources_.getKey("/Font").getKey(name);
    font_ = nullptr;
    if (!font.isDictionary()) return;
    FontUse& use = fonts_[font.getObjGen()];
    use.font = font;
    font_ = &use;
  }

  void note_string(QPDFObjectHandle text) {
    const std::string bytes = text.getStringValue();
    const bool wide = font_->font.getKey("/Subtype").isNameAndEquals("/Type0");
    for (std::size_t i = 0; i + (wide ? 1 : 0) < bytes.size(); i += wide ? 2 : 1) {
      const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])); };
      const unsigned code = wide ? (byte(i) << 8U) | byte(i + 1) : byte(i);
      font_->codes.insert(code);
      if (!is_in(MarkKind::explained)) font_->unexplained.insert(code);
    }
  }

  void note_text(const std::string& name) {
    if (font_ == nullptr || name == "Do" || name == "sh") return;
    for (QPDFObjectHandle& operand : operands_) {
      if (operand.isString()) note_string(operand);
      if (!operand.isArray()) continue;
      for (QPDFObjectHandle& item : operand.getArrayAsVector()) {
        if (item.isString()) note_string(item);
      }
    }
  }

  void draw() {
    QPDFObjectHandle object =
        operands_.empty() ? QPDFObjectHandle::newNull() : resources_.getKey("/XObject").getKey(operands_[0].getName());
    const bool form = object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form");
    if (!form && !is_marked()) content_.unmarked.emplace_back("Do");
    if (form) ++content_.forms[object.getObjGen()];
    if (!form || depth_ >= kDeepestForm) return;
    QPDFObjectHandle own = object.getDict().getKey("/Resources");
    Walk inner(own.isDictionary() ? own : resources_, content_, fonts_, depth_ + 1);
    inner.inherit(marks_, saved_.size() + outer_saves_);
    QPDFObjectHandle::parseContentStream(object, &inner);
  }

  QPDFObjectHandle resources_;
  PageContent& content_;
  std::map<QPDFObjGen, FontUse>& fonts_;
  int depth_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<MarkKind> marks_;
  std::size_t inherited_ = 0;
  FontUse* font_ = nullptr;
  std::vector<FontUse*> saved_;
  std::size_t outer_saves_ = 0;
};

}  // namespace

PageContent walk_page(const QPDFObjectHandle& page, std::map<QPDFObjGen, FontUse>& fonts) {
  PageContent content;
  QPDFPageObjectHelper helper(page);
  Walk walk(helper.getAttribute("/Resources", false), content, fonts, 0);
  helper.parseContents(&walk);
  return content;
}

PageContent walk_form(const QPDFObjectHandle& form, std::map<QPDFObjGen, FontUse>& fonts) {
  PageContent content;
  QPDFObjectHandle stream = form;
  Walk walk(stream.getDict().getKey("/Resources"), content, fonts, 0);
  QPDFObjectHandle::parseContentStream(stream, &walk);
  return content;
}

}  // namespace pdf_checker
