#include "load/markdown_text.h"

#include <fmt/format.h>

#include <string>

#include "base/utf8.h"

namespace load {

namespace {

/// A chapter of 60 printed pages is about 0.2 MB.
constexpr std::size_t kMaxMarkdown = std::size_t{1} << 20U;

/// What is wrong with bytes that are to be a text.
struct Fault {
  std::string code;
  std::size_t at;
  std::vector<base::Argument> arguments;
};

std::optional<Fault> fault_of(std::string_view text) {
  if (text.size() > kMaxMarkdown) return Fault{"markdown.for-stor", 0, {{"stoerrelse", fmt::format("{}", text.size())}}};
  if (const auto at = base::first_invalid_utf8(text)) {
    return Fault{"markdown.ikke-utf8", *at, {{"byte", fmt::format("{:02X}", static_cast<unsigned char>(text[*at]))}}};
  }
  if (const auto at = text.find('\0'); at != std::string_view::npos) return Fault{"markdown.nul", at, {}};
  return std::nullopt;
}

/// A source that can be printed although the text cannot: everything up to the fault, with nothing unprintable in it.
base::Source readable_part(std::string name, std::string_view text, std::size_t fault) {
  return base::make_source(std::move(name), std::string(text.substr(0, fault)));
}

}  // namespace

std::optional<base::Source> read_markdown_text(const base::FileStore& store, std::string_view path,
                                               base::Problems& problems) {
  const auto bytes = store.read(path, problems);
  if (!bytes) return std::nullopt;
  const auto text = base::without_byte_order_mark(*bytes);
  if (auto fault = fault_of(text)) {
    const auto at = static_cast<std::uint32_t>(fault->at);
    problems.add({.code = std::move(fault->code),
                  .arguments = std::move(fault->arguments),
                  .where = base::Span{readable_part(store.display_name(path), text, fault->at), at, at},
                  .hints = {}});
    return std::nullopt;
  }
  return base::make_source(store.display_name(path), std::string(text));
}

std::optional<MarkdownFile> read_markdown_file(const base::FileStore& store, std::string_view path, Title title,
                                               base::Problems& problems) {
  const auto source = read_markdown_text(store, path, problems);
  if (!source) return std::nullopt;
  return read_front_matter(*source, title, problems);
}

}  // namespace load
