#pragma once

// What of qpdf this room uses, behind the header that makes it readable for clang.
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include "sats/write/qpdf_headers.h"
