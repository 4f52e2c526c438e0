#pragma once

#include <dlfcn.h>

namespace base {

/// The functions of a library that is loaded while the program runs, for what few runs need and takes long to load.
class LibraryFunctions {
 public:
  /// Loads a library by the name of its file, such as `librsvg-2.so.2`. It stays loaded.
  explicit LibraryFunctions(const char* file) : library_(dlopen(file, RTLD_LAZY | RTLD_LOCAL)) {}

  /// Finds a function, also in what the library itself was linked to; notes when it is missing.
  template <typename Function>
  void find(Function& function, const char* name) {
    if (library_ != nullptr) function = reinterpret_cast<Function>(dlsym(library_, name));
    complete_ = complete_ && function != nullptr;
  }

  /// Whether everything was there.
  [[nodiscard]] bool complete() const { return library_ != nullptr && complete_; }

 private:
  void* library_;
  bool complete_ = true;
};

}  // namespace base
