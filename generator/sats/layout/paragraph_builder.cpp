#include "sats/layout/paragraph_builder.h"

#include <unicode/ucasemap.h>

#include "sats/text/white_space.h"

namespace sats::layout {

using style::WhiteSpace;

std::string transform_text(std::string_view text, style::TextTransform transform, std::string_view language) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, decltype(&ucasemap_close)> map(
      ucasemap_open(std::string(language).c_str(), U_TITLECASE_NO_LOWERCASE, &error), &ucasemap_close);
  if (U_FAILURE(error)) return std::string(text);
  std::string out(text.size() * 3 + 16, '\0');
  auto* convert = transform == style::TextTransform::uppercase   ? &ucasemap_utf8ToUpper
                  : transform == style::TextTransform::lowercase ? &ucasemap_utf8ToLower
                                                                 : nullptr;
  std::int32_t length = 0;
  if (convert != nullptr) {
    length = convert(map.get(), out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                     static_cast<std::int32_t>(text.size()), &error);
  } else {
    length = ucasemap_utf8ToTitle(map.get(), out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                                  static_cast<std::int32_t>(text.size()), &error);
  }
  if (U_FAILURE(error)) return std::string(text);
  out.resize(static_cast<std::size_t>(length));
  return out;
}

void ParagraphBuilder::append_collapsed(std::string_view text, WhiteSpace mode) {
  const bool keeps_lines = mode == WhiteSpace::pre_line;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (!is_white_space(c)) {
      auto end = i + 1;
      while (end < text.size() && !is_white_space(text[end])) ++end;
      text_.append(text, i, end - i);
      ends_in_space_ = false;
      i = end;
      continue;
    }
    if (keeps_lines && c == '\n') {
      if (ends_in_space_ && !text_.empty() && text_.back() == ' ') text_.pop_back();
      text_ += '\n';
      ends_in_space_ = true;
    } else if (!ends_in_space_) {
      text_ += ' ';
      ends_in_space_ = true;
    }
    ++i;
  }
}

bool ParagraphBuilder::add_text(std::string_view text, const InlineItem& like, std::string_view language) {
  std::string changed;
  if (like.style->text_transform != style::TextTransform::none) {
    changed = transform_text(text, like.style->text_transform, language);
    text = changed;
  }
  InlineItem item = like;
  item.type = ItemType::text;
  item.begin = static_cast<std::uint32_t>(text_.size());
  const auto mode = like.style->white_space;
  if (mode == WhiteSpace::pre || mode == WhiteSpace::pre_wrap) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      text_ += text[i] == '\r' || text[i] == '\f' ? '\n' : text[i];
    }
    if (!text.empty()) ends_in_space_ = false;
  } else {
    append_collapsed(text, mode);
  }
  item.end = static_cast<std::uint32_t>(text_.size());
  if (item.end <= item.begin) return false;
  has_content_ = true;
  items_.push_back(item);
  return true;
}

void ParagraphBuilder::add_object(InlineItem item) {
  item.begin = static_cast<std::uint32_t>(text_.size());
  text_ += kObjectCharacter;
  item.end = static_cast<std::uint32_t>(text_.size());
  items_.push_back(item);
  ends_in_space_ = item.type == ItemType::leader && ends_in_space_;
  has_content_ = true;
}

std::uint32_t ParagraphBuilder::add_mark(InlineItem item) {
  item.begin = item.end = static_cast<std::uint32_t>(text_.size());
  items_.push_back(item);
  if (item.type != ItemType::open && item.type != ItemType::close) has_content_ = true;
  return static_cast<std::uint32_t>(items_.size() - 1);
}

void ParagraphBuilder::add_line_break(InlineItem item) {
  item.type = ItemType::line_break;
  item.begin = static_cast<std::uint32_t>(text_.size());
  text_ += '\n';
  item.end = static_cast<std::uint32_t>(text_.size());
  items_.push_back(item);
  ends_in_space_ = true;
  has_content_ = true;
}

void ParagraphBuilder::pair(std::uint32_t open, std::uint32_t close) {
  items_[open].partner = close;
  items_[close].partner = open;
}

std::uint32_t ParagraphBuilder::finish(Document& document) {
  Paragraph paragraph;
  paragraph.style = &style_;
  paragraph.gaps = gaps_;
  paragraph.text_begin = static_cast<std::uint32_t>(document.out.text.size());
  document.out.text += text_;
  paragraph.text_end = static_cast<std::uint32_t>(document.out.text.size());
  paragraph.first_item = static_cast<std::uint32_t>(document.boxes.items.size());
  paragraph.item_count = static_cast<std::uint32_t>(items_.size());
  document.boxes.items.insert(document.boxes.items.end(), items_.begin(), items_.end());
  document.boxes.paragraphs.push_back(std::move(paragraph));
  return static_cast<std::uint32_t>(document.boxes.paragraphs.size() - 1);
}

BoxIndex box_around(Document& document, ParagraphBuilder& paragraph, const AroundStyles& styles) {
  auto& boxes = document.boxes.boxes;
  Box outer;
  outer.style = styles.box;
  outer.own_context = true;
  const auto index = static_cast<BoxIndex>(boxes.size());
  boxes.push_back(outer);
  if (!paragraph.has_content()) return index;
  Box lines;
  lines.kind = BoxKind::lines;
  lines.style = styles.text;
  lines.anonymous = true;
  lines.parent = index;
  lines.content = paragraph.finish(document);
  boxes.push_back(lines);
  boxes[index].first_child = boxes[index].last_child = static_cast<BoxIndex>(boxes.size() - 1);
  return index;
}

}  // namespace sats::layout
