#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/file_store.h"
#include "base/print_document.h"
#include "base/problem.h"
#include "pdf/prepare/markup.h"

namespace pdf {

/// A print document made safe for a program that we do not trust with the machine: nothing in it names anything but the
/// files beside it. Style sheets stand in the head; scripts, frames, embedded objects and foreign addresses are gone.
struct PreparedDocument {
  Markup markup;
  std::map<std::string, std::string> files;  ///< Pictures and fonts by the name that the markup uses.
};

/// Nothing when the text is not valid UTF-8. What had to be taken out is a warning each.
std::optional<PreparedDocument> prepare(const base::PrintDocument& document, const base::FileStore& resources,
                                        base::Problems& problems);

}  // namespace pdf
