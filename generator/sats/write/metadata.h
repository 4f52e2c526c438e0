#pragma once

#include <cstdint>
#include <string>

#include "sats/page/laid_document.h"
#include "sats/write/object_file.h"
#include "sats/write/pdf_writer.h"

namespace sats {

/// Whether the file says that it keeps PDF/UA-1; one in which a fault was found does not.
enum class UaClaim : std::uint8_t { made, withheld };

/// The standards that a file says it keeps.
struct Claims {
  Archival archival = Archival::none;
  int archive_part = 2;  ///< Of PDF/A: 2, or 3 with attachments.
  UaClaim ua = UaClaim::made;
};

/// The XMP packet: title, language and what the file claims to be.
std::string xmp_packet(const DocumentInfo& info, const Claims& claims);

/// A date of ISO 8601 as PDF writes it, `D:20261121221500Z`; empty for an empty one.
std::string pdf_date(const std::string& iso);

/// Writes the document information dictionary.
ObjectId write_info(const DocumentInfo& info, ObjectFile& file);

/// Writes an output intent for sRGB with a profile made here, and gives the dictionary.
ObjectId write_output_intent(ObjectFile& file);

/// An ICC profile (version 2) of the sRGB colour space, IEC 61966-2-1.
std::string srgb_profile();

}  // namespace sats
