#pragma once

#include <cstdint>
#include <string_view>

namespace sats::html {

/// The elements that something in the typesetter treats in its own way; all others are `unknown` and styled by name.
enum class Tag : std::uint8_t {
  unknown,
  a,
  abbr,
  address,
  article,
  aside,
  audio,
  b,
  base,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  cite,
  code,
  col,
  colgroup,
  dd,
  del,
  details,
  dfn,
  div,
  dl,
  dt,
  em,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  kbd,
  label,
  legend,
  li,
  link,
  main,
  mark,
  math,
  meta,
  nav,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  pre,
  q,
  s,
  samp,
  script,
  section,
  select,
  small,
  span,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  u,
  ul,
  var,
  video,
  wbr,
  count_
};

/// The tag of an element name in lower case.
Tag tag_of(std::string_view name);

/// Whether an element is a form control that is drawn as a field.
constexpr bool is_control(Tag tag) { return tag == Tag::input || tag == Tag::select || tag == Tag::textarea; }

/// 1 to 6 for h1 to h6, else 0.
constexpr int heading_level(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6 ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1 : 0;
}

}  // namespace sats::html
