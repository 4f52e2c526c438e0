#pragma once

// What of qpdf this room uses, behind the header that makes it readable for clang.
// clang-format off
#include "sats/write/qpdf_headers.h"

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
// clang-format on
