#pragma once

// qpdf asks which of its pointer types is meant; the old one is not used.
#define POINTERHOLDER_TRANSITION 4

#if defined(__clang__)
// clang 14 cannot read qpdf's JSON class as C++20, and nothing here needs it.
#define JSON_HH
class JSON;
#endif

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>
#include <qpdf/RandomDataProvider.hh>
