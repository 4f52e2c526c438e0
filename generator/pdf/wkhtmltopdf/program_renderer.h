#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

#include "pdf/child_process.h"
#include "pdf/temporary_folder.h"
#include "pdf/wkhtmltopdf/renderer.h"

namespace pdf {

/// The program `wkhtmltopdf`, kept running: it takes one line of arguments per document, so a document costs no start.
/// Each thread that renders at the same time gets a process of its own; all end with this object.
class ProgramRenderer final : public Renderer {
 public:
  ProgramRenderer(std::string program, std::chrono::milliseconds patience);

  std::optional<std::string> render(const RenderJob& job, base::Problems& problems) override;
  [[nodiscard]] double zoom() const override;

 private:
  struct Resident {
    ChildProcess process;
    int documents = 0;
  };
  /// What became of one try with one process.
  enum class Outcome { done, gone, too_slow };

  [[nodiscard]] std::optional<Resident> take_idle();
  [[nodiscard]] std::optional<Resident> start() const;
  void put_back(Resident resident);
  Outcome try_once(Resident& resident, const std::string& line) const;

  std::string program_;
  std::chrono::milliseconds patience_;
  std::optional<TemporaryFolder> home_;  ///< Stands in for the runtime folder that Qt asks for.
  std::mutex mutex_;
  std::vector<Resident> idle_;
};

}  // namespace pdf
