// What is painted: ISO 19005-2, 6.2.

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "checker.h"
#include "cmap.h"
#include "document.h"

namespace pdf_checker {
namespace {

bool is_image(QPDFObjectHandle object) {
  return object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image");
}

bool is_form(QPDFObjectHandle object) {
  return object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form");
}

/// The profiles of the output intents for PDF/A.
std::vector<QPDFObjectHandle> intent_profiles(const Document& document) {
  std::vector<QPDFObjectHandle> profiles;
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle intents = catalog.getKey("/OutputIntents");
  if (!intents.isArray()) return profiles;
  for (QPDFObjectHandle& intent : intents.getArrayAsVector()) {
    if (intent.isDictionary() && intent.getKey("/S").isNameAndEquals("/GTS_PDFA1"))
      profiles.push_back(intent.getKey("/DestOutputProfile"));
  }
  return profiles;
}

/// What is wrong with an ICC profile (ICC.1, 7.2), or nothing.
std::string flaw_of_profile(QPDFObjectHandle profile) {
  const std::string bytes = stream_text(profile);
  if (bytes.size() < 128 || bytes.substr(36, 4) != "acsp") return "it is no ICC profile";
  if (bytes[8] > 4) return "its version is above 4";
  const std::string kind = bytes.substr(12, 4);
  if (kind != "mntr" && kind != "prtr") return "it is for no monitor or printer";
  const std::string space = bytes.substr(16, 4);
  const int channels = space == "RGB " ? 3 : space == "CMYK" ? 4 : space == "GRAY" ? 1 : 0;
  if (profile.getDict().getKey("/N").getIntValueAsInt() != channels) return "N does not fit its colours";
  const auto byte = [&bytes](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])); };
  const std::size_t said = (byte(0) << 24U) | (byte(1) << 16U) | (byte(2) << 8U) | byte(3);
  return said == bytes.size() ? "" : "its length is not what it says";
}

void output_intent(const Document& document, const Report& report) {
  const auto profiles = intent_profiles(document);
  if (profiles.empty()) return report("no output intent GTS_PDFA1");
  for (QPDFObjectHandle profile : profiles) {
    if (!profile.isStream()) return report("an output intent has no profile");
    if (profile.getObjGen() != profiles.front().getObjGen()) report("output intents have different profiles");
    if (const std::string flaw = flaw_of_profile(profile); !flaw.empty()) report(flaw);
  }
}

std::string intent_space(const Document& document) {
  const auto profiles = intent_profiles(document);
  if (profiles.empty() || !QPDFObjectHandle(profiles.front()).isStream()) return "";
  const std::string bytes = stream_text(profiles.front());
  return bytes.size() < 20 ? "" : bytes.substr(16, 4);
}

/// Whether a colour space is, or is made on, a device's.
bool is_made_on(QPDFObjectHandle space, const std::string& device, int depth = 0) {
  if (space.isName()) return space.getName() == device;
  if (!space.isArray() || depth > 8) return false;
  for (QPDFObjectHandle& part : space.getArrayAsVector()) {
    if (is_made_on(part, device, depth + 1)) return true;
  }
  return false;
}

void device_colours(const Document& document, const Report& report) {
  const std::string space = intent_space(document);
  const auto complain = [&](const std::string& device) {
    const bool fits = device == "/DeviceGray" ? !space.empty() : device == (space == "CMYK" ? "/DeviceCMYK" : "/DeviceRGB");
    if (!fits) report(device + " without an output intent for it");
  };
  for (const PageContent& content : document.contents) {
    if (content.operators.count("k") + content.operators.count("K") != 0) complain("/DeviceCMYK");
    if (content.operators.count("rg") + content.operators.count("RG") != 0) complain("/DeviceRGB");
    if (content.operators.count("g") + content.operators.count("G") != 0) complain("/DeviceGray");
  }
  for (QPDFObjectHandle& object : all_objects(document)) {
    QPDFObjectHandle own = object.isStream() ? object.getDict() : object;
    if (!own.isDictionary()) continue;
    for (const char* key : {"/ColorSpace", "/CS"}) {
      for (const char* device : {"/DeviceCMYK", "/DeviceRGB", "/DeviceGray"}) {
        if (is_made_on(own.getKey(key), device)) complain(device);
      }
    }
  }
}

void graphics_states(const Document& document, const Report& report) {
  static const std::set<std::string> modes{"/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",
                                           "/Darken",    "/Lighten",    "/ColorDodge", "/ColorBurn", "/HardLight",
                                           "/SoftLight", "/Difference", "/Exclusion",  "/Hue",       "/Saturation",
                                           "/Color",     "/Luminosity"};
  const auto look_at = [&](QPDFObjectHandle resources) {
    QPDFObjectHandle states = resources.isDictionary() ? resources.getKey("/ExtGState") : resources;
    if (!states.isDictionary()) return;
    for (const std::string& name : states.getKeys()) {
      QPDFObjectHandle state = states.getKey(name);
      if (!state.isDictionary()) continue;
      if (state.hasKey("/TR") || state.hasKey("/HTP")) report(name + " has TR or HTP");
      if (state.hasKey("/TR2") && !state.getKey("/TR2").isNameAndEquals("/Default")) report(name + " has TR2");
      QPDFObjectHandle mode = state.getKey("/BM");
      for (const QPDFObjectHandle& one : mode.isArray() ? mode.getArrayAsVector() : std::vector{mode}) {
        QPDFObjectHandle blend = one;
        if (blend.isName() && modes.count(blend.getName()) == 0) report("blend mode " + blend.getName());
      }
    }
  };
  for (QPDFObjectHandle page : document.pages) look_at(page.getKey("/Resources"));
  for (QPDFObjectHandle& object : all_objects(document)) {
    if (object.isStream()) look_at(object.getDict().getKey("/Resources"));
  }
}

void images(const Document& document, const Report& report) {
  for (QPDFObjectHandle& object : all_objects(document)) {
    if (!is_image(object)) continue;
    QPDFObjectHandle image = object.getDict();
    if (image.hasKey("/Alternates") || image.hasKey("/OPI")) report("an image has Alternates or OPI");
    if (image.getKey("/Interpolate").isBool() && image.getKey("/Interpolate").getBoolValue())
      report("an image is to be smoothed (Interpolate)");
    QPDFObjectHandle bits = image.getKey("/BitsPerComponent");
    static const std::set<int> bit_counts{1, 2, 4, 8, 16};
    if (bits.isInteger() && bit_counts.count(bits.getIntValueAsInt()) == 0) report("an image has an odd number of bits");
  }
}

void form_objects(const Document& document, const Report& report) {
  for (QPDFObjectHandle& object : all_objects(document)) {
    if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/PS")) report("PostScript");
    if (!is_form(object)) continue;
    for (const char* key : {"/OPI", "/Subtype2", "/PS", "/Ref"}) {
      if (object.getDict().hasKey(key)) report(std::string("a form has ") + key);
    }
  }
}

void resources(const Document& document, const Report& report) {
  for (const QPDFObjectHandle& page : document.pages) {
    if (!QPDFPageObjectHelper(page).getAttribute("/Resources", false).isDictionary()) report("a page has no Resources");
  }
  for (QPDFObjectHandle& object : all_objects(document)) {
    if (is_form(object) && !object.getDict().getKey("/Resources").isDictionary()) report("a form has no Resources");
  }
}

/// Letters of the private areas say nothing by themselves.
bool is_private(const std::u16string& text) {
  return std::any_of(text.begin(), text.end(), [](char16_t unit) {
    // Units of planes 15 and 16 begin with high surrogates from DB80 on.
    return (unit >= 0xE000 && unit <= 0xF8FF) || (unit >= 0xDB80 && unit <= 0xDBFF);
  });
}

void private_letters(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    const CMap map = read_cmap(stream_text(font.getKey("/ToUnicode")));
    for (const unsigned code : use.unexplained) {
      const auto found = map.find(code);
      if (found != map.end() && is_private(found->second)) report("code " + std::to_string(code) + " without ActualText");
    }
  }
}

constexpr std::array kArchiveGraphicsConditions{
    Condition{"A-6.2.2", "a content stream has no resources of its own", resources},
    Condition{"A-6.2.3", "there is no output intent with a good profile", output_intent},
    Condition{"A-6.2.4.3", "a colour depends on a device", device_colours},
    Condition{"A-6.2.5", "a graphics state has what is not allowed", graphics_states},
    Condition{"A-6.2.8", "an image has what is not allowed", images},
    Condition{"A-6.2.9", "a form has what is not allowed", form_objects},
    Condition{"A-6.2.11.7.3", "a private letter has no ActualText", private_letters},
};

}  // namespace

std::span<const Condition> archive_graphics_conditions() { return kArchiveGraphicsConditions; }

}  // namespace pdf_checker
