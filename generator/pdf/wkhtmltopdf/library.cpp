#include "pdf/wkhtmltopdf/library.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <thread>

#include "base/library_functions.h"

namespace pdf {

namespace {

// The part of the library's C interface that we use, declared from its documentation.
struct GlobalSettings;
struct ObjectSettings;
struct Converter;
using WordsCallback = void (*)(Converter*, const char*);

struct Functions {
  int (*init)(int) = nullptr;
  int (*deinit)() = nullptr;
  GlobalSettings* (*create_global_settings)() = nullptr;
  ObjectSettings* (*create_object_settings)() = nullptr;
  int (*set_global_setting)(GlobalSettings*, const char*, const char*) = nullptr;
  int (*set_object_setting)(ObjectSettings*, const char*, const char*) = nullptr;
  Converter* (*create_converter)(GlobalSettings*) = nullptr;
  void (*destroy_converter)(Converter*) = nullptr;
  void (*set_error_callback)(Converter*, WordsCallback) = nullptr;
  void (*add_object)(Converter*, ObjectSettings*, const char*) = nullptr;
  int (*convert)(Converter*) = nullptr;
  long (*output)(Converter*, const unsigned char**) = nullptr;
};

std::optional<Functions> load_functions(const std::string& file) {
  base::LibraryFunctions library(file.c_str());
  Functions f;
  library.find(f.init, "wkhtmltopdf_init");
  library.find(f.deinit, "wkhtmltopdf_deinit");
  library.find(f.create_global_settings, "wkhtmltopdf_create_global_settings");
  library.find(f.create_object_settings, "wkhtmltopdf_create_object_settings");
  library.find(f.set_global_setting, "wkhtmltopdf_set_global_setting");
  library.find(f.set_object_setting, "wkhtmltopdf_set_object_setting");
  library.find(f.create_converter, "wkhtmltopdf_create_converter");
  library.find(f.destroy_converter, "wkhtmltopdf_destroy_converter");
  library.find(f.set_error_callback, "wkhtmltopdf_set_error_callback");
  library.find(f.add_object, "wkhtmltopdf_add_object");
  library.find(f.convert, "wkhtmltopdf_convert");
  library.find(f.output, "wkhtmltopdf_get_output");
  return library.complete() ? std::optional(f) : std::nullopt;
}

/// The callback is given no place to put what it hears, and conversions of one thread follow one another.
thread_local std::string* heard_words = nullptr;

void hear(Converter* /*converter*/, const char* words) {
  if (heard_words != nullptr && words != nullptr) *heard_words += std::string(words) + "\n";
}

class LoadedLibrary final : public WkhtmltoxLibrary {
 public:
  explicit LoadedLibrary(const Functions& functions) : functions_(functions), thread_([this] { serve(); }) {}

  ~LoadedLibrary() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
  }

  LibraryResult convert(const LibraryOrder& order) override {
    std::packaged_task<LibraryResult()> task([this, &order] { return convert_here(order); });
    auto result = task.get_future();
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(task));
    }
    wake_.notify_one();
    return result.get();
  }

 private:
  void serve() {
    // 0: without a graphics system, so that no X server is looked for.
    functions_.init(0);
    for (;;) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) break;
      auto task = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      task();
    }
    functions_.deinit();
  }

  LibraryResult convert_here(const LibraryOrder& order) const {
    LibraryResult result;
    heard_words = &result.words;
    auto* global = functions_.create_global_settings();
    for (const auto& [name, value] : order.global) functions_.set_global_setting(global, name.c_str(), value.c_str());
    auto* object = functions_.create_object_settings();
    for (const auto& [name, value] : order.object) functions_.set_object_setting(object, name.c_str(), value.c_str());
    // The converter takes both kinds of settings over.
    auto* converter = functions_.create_converter(global);
    functions_.set_error_callback(converter, &hear);
    functions_.add_object(converter, object, nullptr);
    const unsigned char* bytes = nullptr;
    if (functions_.convert(converter) == 1) {
      const long size = functions_.output(converter, &bytes);
      if (bytes != nullptr && size > 0)
        result.pdf.emplace(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }
    functions_.destroy_converter(converter);
    heard_words = nullptr;
    return result;
  }

  Functions functions_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::packaged_task<LibraryResult()>> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace

std::shared_ptr<WkhtmltoxLibrary> WkhtmltoxLibrary::load(const std::string& file) {
  // The library keeps one application for the whole process, so its holders must share it whoever they are.
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<WkhtmltoxLibrary>> loaded;
  if (file.empty()) return nullptr;
  const std::lock_guard lock(mutex);
  if (auto shared = loaded[file].lock()) return shared;
  const auto functions = load_functions(file);
  if (!functions) return nullptr;
  auto shared = std::make_shared<LoadedLibrary>(*functions);
  loaded[file] = shared;
  return shared;
}

}  // namespace pdf
