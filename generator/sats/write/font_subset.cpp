#include "sats/write/font_subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include "sats/write/compress.h"
#include "sats/write/digest.h"
#include "sats/write/pdf_syntax.h"

namespace sats {
namespace {

/// A batch meets few sets of glyphs; more than this is a stream of odd documents, and remembering them would only cost.
constexpr std::size_t kMostSubsets = 256;

template <auto kEnd>
struct End {
  template <typename T>
  void operator()(T* thing) const {
    kEnd(thing);
  }
};
using Input = std::unique_ptr<hb_subset_input_t, End<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, End<hb_subset_plan_destroy>>;
using FaceHold = std::unique_ptr<hb_face_t, End<hb_face_destroy>>;
using BlobHold = std::unique_ptr<hb_blob_t, End<hb_blob_destroy>>;

/// Tables that a reader of PDF does not look at (ISO 32000-1, 9.9): it has our widths, our mapping and our names.
constexpr std::array kUnusedTables{
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('L', 'T', 'S', 'H'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('J', 'S', 'T', 'F')};

Input input_for(const std::vector<std::uint16_t>& glyphs) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : kUnusedTables) hb_set_add(dropped, tag);
  // Without layout tables there is nothing to follow from glyph to glyph; paper needs no hints.
  hb_set_clear(hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  return input;
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob, &size);
  return {bytes, size};
}

std::string program_of(hb_face_t* subset, bool cff) {
  const BlobHold blob(cff ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(subset));
  return bytes_of(blob.get());
}

/// Six capitals that tell subsets of a face apart (ISO 32000-1, 9.6.4).
std::string subset_tag(std::uint64_t digest) {
  std::string tag;
  for (int i = 0; i < 6; ++i, digest /= 26) tag += static_cast<char>('A' + digest % 26);
  return tag + '+';
}

/// Fills in widths. HarfBuzz may have added glyphs that others are composed of, so the new numbers come from its plan.
void number_glyphs(const Face& face, hb_subset_plan_t* plan, FontSubset& subset) {
  const hb_map_t* new_of_old = hb_subset_plan_old_to_new_glyph_mapping(plan);
  subset.new_glyph.assign(face.glyph_count(), 0);
  const float scale = 1000.0F / static_cast<float>(face.units_per_em());
  for (unsigned old = 0; old < face.glyph_count(); ++old) {
    const hb_codepoint_t now = hb_map_get(new_of_old, old);
    if (now == HB_MAP_VALUE_INVALID) continue;
    subset.new_glyph[old] = static_cast<std::uint16_t>(now);
    if (now >= subset.width.size()) subset.width.resize(now + 1);
    subset.width[now] = std::round(static_cast<float>(face.advance(static_cast<std::uint16_t>(old))) * scale);
  }
  subset.widths = "[0[";
  for (const float width : subset.width) append_numbers(subset.widths, width);
  subset.widths.back() = ']';
  subset.widths += ']';
}

}  // namespace

std::shared_ptr<const FontSubset> make_subset(const Face& face, const std::vector<std::uint16_t>& glyphs) {
  const Input input = input_for(glyphs);
  if (!input) return nullptr;
  const Plan plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
  if (!plan) return nullptr;
  const FaceHold cut(hb_subset_plan_execute_or_fail(plan.get()));
  if (!cut) return nullptr;
  const std::string program = program_of(cut.get(), face.description().cff);
  if (program.empty()) return nullptr;
  auto subset = std::make_shared<FontSubset>();
  subset->plain_size = program.size();
  subset->packed = deflate(program, kFontPacking);
  subset->name = subset_tag(digest_of(program)) + face.description().postscript_name;
  number_glyphs(face, plan.get(), *subset);
  return subset;
}

std::shared_ptr<const FontSubset> SubsetCache::subset(FaceId id, const Face& face,
                                                      const std::vector<std::uint16_t>& glyphs) {
  Key key{id, glyphs};
  {
    const std::shared_lock lock(mutex_);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
  }
  auto made = make_subset(face, glyphs);
  const std::unique_lock lock(mutex_);
  if (known_.size() >= kMostSubsets) known_.clear();
  return known_.try_emplace(std::move(key), std::move(made)).first->second;
}

}  // namespace sats
