#pragma once

#include <string>

#include "sats/page/laid_document.h"
#include "sats/write/object_file.h"
#include "sats/write/pdf_writer.h"

namespace sats {

/// The XMP packet: title, language, PDF/UA-1, and PDF/A when asked for (`part` 2 or 3).
std::string xmp_packet(const DocumentInfo& info, Archival archival, int part);

/// A date of ISO 8601 as PDF writes it, `D:20261121221500Z`; empty for an empty one.
std::string pdf_date(const std::string& iso);

/// Writes the document information dictionary.
ObjectId write_info(const DocumentInfo& info, ObjectFile& file);

/// Writes an output intent for sRGB with a profile made here, and gives the dictionary.
ObjectId write_output_intent(ObjectFile& file);

/// An ICC profile (version 2) of the sRGB colour space, IEC 61966-2-1.
std::string srgb_profile();

}  // namespace sats
