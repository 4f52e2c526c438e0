#pragma once

#include "patient.h"

namespace sats_test {

/// An encoding with names of its own from the letter A on.
inline Handle differences(const std::string& names) {
  return parsed("<</BaseEncoding /WinAnsiEncoding /Differences [65 " + names + "]>>");
}

/// How to break a good file so that it breaks one condition of its fonts.
inline const Injuries& font_injuries() {
  static const Injuries all{
      {"10-001", [](Patient& p) { p.change_unicode("1 beginbfchar <0001> <0041> endbfchar"); }},
      {"31-001", [](Patient& p) { p.descendant().removeKey("/CIDSystemInfo"); }},
      {"31-004", [](Patient& p) { p.descendant().replaceKey("/CIDToGIDMap", parsed("/Andet")); }},
      {"31-006", [](Patient& p) { p.font().replaceKey("/Encoding", parsed("/Min-H")); }},
      {"31-009", [](Patient& p) { p.descendant().getKey("/FontDescriptor").removeKey("/FontFile2"); }},
      {"31-011", [](Patient& p) { p.set_content("/Artifact BMC BT /F0 9 Tf <7FFF> Tj ET EMC " + p.content()); }},
      {"31-014",
       [](Patient& p) {
         p.descendant().getKey("/FontDescriptor").replaceKey("/CIDSet", Handle::newStream(&p.file(), "\x80"));
       }},
      {"31-016", [](Patient& p) { p.descendant().replaceKey("/W", parsed("[0 20000 321]")); }},
      {"31-028", [](Patient& p) { p.change_unicode("1 beginbfrange <0000> <FFFF> <0000> endbfrange"); }},
      {"31-030", [](Patient& p) { p.set_content("/Artifact BMC BT /F0 9 Tf <0000> Tj ET EMC " + p.content()); }},
      {"31-002", [](Patient& p) { p.embed_cmap("/Registry (Adobe) /Ordering (Andet) /Supplement 0", ""); }},
      {"31-003", [](Patient& p) { p.embed_cmap("/Registry (Adobe) /Ordering (Identity) /Supplement 5", ""); }},
      {"31-005", [](Patient& p) { p.descendant().removeKey("/CIDToGIDMap"); }},
      {"31-007", [](Patient& p) { p.embed_cmap("", "/WMode 1 def"); }},
      {"31-008", [](Patient& p) { p.embed_cmap("", "/Andet-H usecmap"); }},
      {"31-012", [](Patient& p) { p.named_font("/A"); }},
      {"31-013", [](Patient& p) { p.named_font("/A/findesikke"); }},
      {"31-015",
       [](Patient& p) {
         const std::string bits(9000, '\xFF');
         p.descendant().getKey("/FontDescriptor").replaceKey("/CIDSet", Handle::newStream(&p.file(), bits));
       }},
      {"31-017", [](Patient& p) { p.simple_font("(A)").getKey("/FontDescriptor").replaceKey("/FontFile2", p.mapless()); }},
      {"31-018", [](Patient& p) { p.simple_font("<01>"); }},
      {"31-019", [](Patient& p) { p.simple_font("(A)").removeKey("/Encoding"); }},
      {"31-020", [](Patient& p) { p.simple_font("(A)").replaceKey("/Encoding", parsed("<<>>")); }},
      {"31-021", [](Patient& p) { p.simple_font("(A)").replaceKey("/Encoding", parsed("/StandardEncoding")); }},
      {"31-022",
       [](Patient& p) {
         // A name that programs understand, but that is not listed.
         p.simple_font("(A)").replaceKey("/Encoding", differences("/aring /uni00E5"));
       }},
      {"31-023",
       [](Patient& p) {
         Handle font = p.simple_font("(A)");
         font.replaceKey("/Encoding", differences("/B"));
         font.getKey("/FontDescriptor").replaceKey("/FontFile2", p.mapless());
       }},
      {"31-024", [](Patient& p) { p.simple_font("(A)").getKey("/FontDescriptor").replaceKey("/Flags", parsed("4")); }},
      {"31-025",
       [](Patient& p) {
         Handle descriptor = p.simple_font("(A)").getKey("/FontDescriptor");
         descriptor.replaceKey("/Flags", parsed("4"));
         descriptor.replaceKey("/FontFile2", p.mapless());
       }},
      {"31-026",
       [](Patient& p) {
         Handle descriptor = p.simple_font("(A)").getKey("/FontDescriptor");
         descriptor.replaceKey("/Flags", parsed("4"));
         descriptor.replaceKey("/FontFile2", p.whole_program("DejaVu Sans"));
       }},
      {"31-027", [](Patient& p) { p.font().removeKey("/ToUnicode"); }},
  };
  return all;
}

}  // namespace sats_test
