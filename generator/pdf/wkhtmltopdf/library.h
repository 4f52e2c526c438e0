#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pdf {

/// A name and a value in the words of libwkhtmltox (https://wkhtmltopdf.org/libwkhtmltox/pagesettings.html).
struct LibrarySetting {
  std::string name;
  std::string value;
};

/// What one conversion is told, and what came of it.
struct LibraryOrder {
  std::vector<LibrarySetting> global;
  std::vector<LibrarySetting> object;
};
struct LibraryResult {
  std::optional<std::string> pdf;
  std::string words;  ///< What the library complained of.
};

/// `libwkhtmltox` loaded into this process. It may only ever be called from one thread, so it has a thread of its own that
/// callers wait for; all holders of the same library share it.
class WkhtmltoxLibrary {
 public:
  /// Nothing when there is no such library, or it lacks a function we need.
  static std::shared_ptr<WkhtmltoxLibrary> load(const std::string& file);

  WkhtmltoxLibrary() = default;
  WkhtmltoxLibrary(const WkhtmltoxLibrary&) = delete;
  WkhtmltoxLibrary& operator=(const WkhtmltoxLibrary&) = delete;
  virtual ~WkhtmltoxLibrary() = default;

  virtual LibraryResult convert(const LibraryOrder& order) = 0;
};

}  // namespace pdf
