#include "sats/text/font_library.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sats/text/composed.h"
#include "sats/text/face.h"
#include "sats/text/letter_case.h"
#include "sats/text/slot_table.h"
#include "sats/text/system_fonts.h"

namespace sats {
namespace {

constexpr std::size_t kMostFaces = 4096;
constexpr std::size_t kMostFonts = 16384;
/// Letters whose face is remembered; more is a hostile document, and forgetting them only costs time.
constexpr std::size_t kMostLetters = 50'000;
/// More families than this in one list are not looked at.
constexpr std::size_t kMostFamilies = 32;

struct GenericName {
  std::string_view css;
  std::string_view fontconfig;
};

constexpr std::array kGenericNames{GenericName{"serif", "serif"},
                                   GenericName{"sans-serif", "sans-serif"},
                                   GenericName{"monospace", "monospace"},
                                   GenericName{"cursive", "cursive"},
                                   GenericName{"fantasy", "fantasy"},
                                   GenericName{"system-ui", "sans-serif"},
                                   GenericName{"ui-serif", "serif"},
                                   GenericName{"ui-monospace", "monospace"},
                                   GenericName{"ui-sans-serif", "sans-serif"},
                                   GenericName{"ui-rounded", "sans-serif"},
                                   GenericName{"-apple-system", "sans-serif"}};

std::string_view generic_name(const std::string& family) {
  const auto* found =
      std::find_if(kGenericNames.begin(), kGenericNames.end(), [&](const GenericName& name) { return name.css == family; });
  return found == kGenericNames.end() ? std::string_view{} : found->fontconfig;
}

std::string key_of(const FontRequest& request) {
  std::string key = std::to_string(request.weight) + (request.slant == Slant::italic ? "i" : "u");
  for (const std::string& family : request.families) key += '\n' + lower_ascii(family);
  return key;
}

/// A request and the faces it leads to.
struct Chain {
  FontRequest request;
  std::vector<FaceId> faces;
  FaceMetrics metrics;
};

struct AddedFace {
  int weight = 400;
  Slant slant = Slant::upright;
  FaceId face = 0;
};

using FileKey = std::tuple<std::string, unsigned, bool, bool>;
using LetterKey = std::tuple<FontId, char32_t, std::string>;
using ClusterKey = std::tuple<FontId, std::u32string, std::string>;

bool has_all(const Face& face, std::u32string_view letters) {
  return std::ranges::all_of(letters, [&face](char32_t letter) { return face.glyph(letter) != 0; });
}

}  // namespace

struct FontLibrary::Inside {
  FontSources sources;
  std::mutex mutex;  ///< Guards all below but the reading of the two tables.
  SystemFonts system;
  SlotTable<Face, kMostFaces> faces;
  SlotTable<Chain, kMostFonts> fonts;
  std::unordered_map<std::string, FontId> font_ids;
  std::map<FileKey, std::optional<FaceId>> file_faces;
  std::map<std::pair<FaceId, int>, FaceId> synthesised;
  std::unordered_map<std::string, std::vector<AddedFace>> added;
  std::map<LetterKey, FaceId> letters;
  std::map<ClusterKey, FaceId> clusters;

  std::optional<FaceId> open(const FontFile& file) {
    const FileKey key{file.path, file.index, file.synthesis.slant, file.synthesis.bold};
    if (const auto known = file_faces.find(key); known != file_faces.end()) return known->second;
    std::optional<FaceId> opened;
    if (file.synthesis == Synthesis{}) {
      if (auto face = Face::open_file(file.path, file.index)) opened = faces.add(std::move(face));
    } else if (const auto plain = open({file.path, file.index, {}})) {
      opened = faces.add(faces[*plain].with(file.synthesis));
    }
    return file_faces[key] = opened;
  }

  std::optional<FaceId> added_face(const std::string& family, const FontRequest& request) {
    const auto found = added.find(lower_ascii(family));
    if (found == added.end()) return std::nullopt;
    const auto nearest =
        std::min_element(found->second.begin(), found->second.end(), [&](const AddedFace& a, const AddedFace& b) {
          return font_distance(request, a.weight, a.slant, 100) < font_distance(request, b.weight, b.slant, 100);
        });
    const Synthesis synthesis = synthesis_for(request, nearest->weight, nearest->slant);
    if (synthesis == Synthesis{}) return nearest->face;
    const std::pair key{nearest->face, (synthesis.slant ? 1 : 0) + (synthesis.bold ? 2 : 0)};
    if (const auto known = synthesised.find(key); known != synthesised.end()) return known->second;
    const auto made = faces.add(faces[nearest->face].with(synthesis));
    return made ? synthesised[key] = *made : nearest->face;
  }

  std::optional<FaceId> face_of_family(const std::string& family, const FontRequest& request) {
    if (const auto face = added_face(family, request)) return face;
    if (sources == FontSources::added_only) return std::nullopt;
    const std::string_view generic = generic_name(family);
    const auto file = generic.empty() ? system.match(family, request) : system.match_generic(generic, request);
    return file ? open(*file) : std::nullopt;
  }

  /// With only added faces and none of the wished families, any added face is better than none.
  std::optional<FaceId> any_face(const FontRequest& request) {
    if (sources == FontSources::system) return face_of_family("sans-serif", request);
    if (added.empty()) return std::nullopt;
    const auto first =
        std::min_element(added.begin(), added.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return added_face(first->first, request);
  }

  std::unique_ptr<Chain> make_chain(const FontRequest& request) {
    auto chain = std::make_unique<Chain>();
    chain->request = request;
    if (chain->request.families.size() > kMostFamilies) chain->request.families.resize(kMostFamilies);
    const auto add = [&](std::optional<FaceId> face) {
      if (face && std::find(chain->faces.begin(), chain->faces.end(), *face) == chain->faces.end())
        chain->faces.push_back(*face);
    };
    for (const std::string& family : chain->request.families) add(face_of_family(family, request));
    if (chain->faces.empty()) add(any_face(request));
    if (!chain->faces.empty()) chain->metrics = faces[chain->faces.front()].metrics();
    return chain;
  }

  /// The first face that has all of some letters, kNoFace when none has.
  FaceId look_for(FontId font, std::u32string_view wanted, std::string_view language) {
    const Chain& chain = fonts[font];
    for (const FaceId face : chain.faces) {
      if (has_all(faces[face], wanted)) return face;
    }
    if (sources == FontSources::system) {
      const auto file = system.with_letters(chain.request, language, wanted);
      const auto face = file ? open(*file) : std::nullopt;
      // What fontconfig remembers of a file may be older than the file.
      if (face && has_all(faces[*face], wanted)) return *face;
    }
    for (FaceId face = 0; sources == FontSources::added_only && face < faces.size(); ++face) {
      if (has_all(faces[face], wanted)) return face;
    }
    return kNoFace;
  }

  FaceId look_for_cluster(FontId font, const std::u32string& cluster, std::string_view language) {
    const std::u32string joined = composed(cluster);
    for (const FaceId face : fonts[font].faces) {
      if (has_all(faces[face], joined) || has_all(faces[face], cluster)) return face;
    }
    const FaceId found = look_for(font, joined, language);
    return found != kNoFace || joined == cluster ? found : look_for(font, cluster, language);
  }
};

FontLibrary::FontLibrary(FontSources sources) : inside_(std::make_unique<Inside>()) { inside_->sources = sources; }
FontLibrary::~FontLibrary() = default;

FontId FontLibrary::find(const FontRequest& request) {
  const std::string key = key_of(request);
  const std::lock_guard lock(inside_->mutex);
  if (const auto known = inside_->font_ids.find(key); known != inside_->font_ids.end()) return known->second;
  // A table that is full of requests (a hostile style sheet) answers with the first of them.
  if (inside_->fonts.size() == kMostFonts) return 0;
  const auto added = inside_->fonts.add(inside_->make_chain(request));
  return inside_->font_ids[key] = *added;
}

bool FontLibrary::has_family(std::string_view family) {
  const std::lock_guard lock(inside_->mutex);
  const std::string name(family);
  if (!generic_name(lower_ascii(family)).empty() || inside_->added.contains(lower_ascii(family))) return true;
  return inside_->sources == FontSources::system && inside_->system.match(name, {}).has_value();
}

bool FontLibrary::has_fonts() {
  const FontId any = find({{"sans-serif"}, 400, Slant::upright});
  return first_face(any) != kNoFace;
}

bool FontLibrary::add_face(const FontRequest& describes, std::string bytes, base::Problems& problems) {
  auto face = Face::open_bytes(std::move(bytes));
  const std::string family = describes.families.empty() ? "" : describes.families.front();
  const std::lock_guard lock(inside_->mutex);
  const auto id = face ? inside_->faces.add(std::move(face)) : std::nullopt;
  if (!id) {
    problems.add({base::Severity::warning, "sats.skrift.ulaeselig", {{"skrift", family}}, {}, {}});
    return false;
  }
  inside_->added[lower_ascii(family)].push_back({describes.weight, describes.slant, *id});
  return true;
}

const FaceMetrics& FontLibrary::metrics(FontId font) { return inside_->fonts[font].metrics; }

const FaceMetrics& FontLibrary::face_metrics(FaceId face) const { return inside_->faces[face].metrics(); }

const Face& FontLibrary::face(FaceId face) const { return inside_->faces[face]; }

FaceId FontLibrary::first_face(FontId font) {
  const Chain& chain = inside_->fonts[font];
  return chain.faces.empty() ? kNoFace : chain.faces.front();
}

FaceId FontLibrary::face_for(FontId font, char32_t code_point, std::string_view language) {
  const FaceId first = first_face(font);
  if (first == kNoFace || inside_->faces[first].glyph(code_point) != 0) return first;
  LetterKey key{font, code_point, language};
  const std::lock_guard lock(inside_->mutex);
  if (const auto known = inside_->letters.find(key); known != inside_->letters.end()) return known->second;
  FaceId found = inside_->look_for(font, {&code_point, 1}, language);
  if (found == kNoFace) found = first;
  if (inside_->letters.size() >= kMostLetters) inside_->letters.clear();
  return inside_->letters[std::move(key)] = found;
}

FaceId FontLibrary::face_for_cluster(FontId font, std::u32string_view cluster, std::string_view language) {
  const FaceId first = first_face(font);
  if (first == kNoFace || has_all(inside_->faces[first], cluster)) return first;
  ClusterKey key{font, cluster, language};
  FaceId found = kNoFace;
  {
    const std::lock_guard lock(inside_->mutex);
    if (const auto known = inside_->clusters.find(key); known != inside_->clusters.end()) {
      found = known->second;
    } else {
      found = inside_->look_for_cluster(font, std::get<1>(key), language);
      if (inside_->clusters.size() >= kMostLetters) inside_->clusters.clear();
      inside_->clusters.emplace(std::move(key), found);
    }
  }
  return found == kNoFace ? face_for(font, cluster.front(), language) : found;
}

}  // namespace sats
