#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "pdf/prepare/markup.h"
#include "pdf/temporary_folder.h"
#include "pdf/wkhtmltopdf/layout.h"
#include "pdf/wkhtmltopdf/renderer.h"
#include "pdf/wkhtmltopdf/survey.h"

namespace pdf {

/// A document whose last pass says nothing new: the page numbers it prints are the pages it has.
struct Settled {
  std::string rendered;
  Layout layout;
  Survey survey;
  std::vector<EmptyStrip> empty_strips;
  int passes = 0;
};

/// Renders, fills in page numbers, moves headings that were left alone at the foot of a page, and renders again until all
/// is true, a bounded number of times.
std::optional<Settled> settle(Markup& markup, const TemporaryFolder& folder, RenderJob job, Renderer& renderer,
                              base::Problems& problems);

}  // namespace pdf
