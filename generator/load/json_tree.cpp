#include "load/json_tree.h"

#include <string>
#include <vector>

#include "load/json_document.h"

namespace load {

namespace {

using nlohmann::json;

/// Builds the tree from SAX events; a `false` from an event stops the parser.
class TreeBuilder : public nlohmann::json_sax<json> {
 public:
  explicit TreeBuilder(json& tree) : tree_(tree) {}

  [[nodiscard]] JsonFault fault() const { return fault_; }

  bool null() override { return add(json(nullptr)) != nullptr; }
  bool boolean(bool value) override { return add(json(value)) != nullptr; }
  bool number_integer(std::int64_t value) override { return add(json(value)) != nullptr; }
  bool number_unsigned(std::uint64_t value) override { return add(json(value)) != nullptr; }
  bool number_float(double value, const std::string& /*text*/) override { return add(json(value)) != nullptr; }
  bool string(std::string& value) override { return add(json(std::move(value))) != nullptr; }
  bool binary(json::binary_t& /*value*/) override { return stop(JsonFault::syntax); }
  bool start_object(std::size_t /*count*/) override { return open(json::object()); }
  bool start_array(std::size_t /*count*/) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    auto [place, is_new] = open_.back()->get_ref<json::object_t&>().try_emplace(std::move(name));
    if (!is_new) fault_ = JsonFault::repeated_key;
    member_ = &place->second;
    return true;
  }

  bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const json::exception& /*why*/) override {
    return stop(JsonFault::syntax);
  }

 private:
  bool stop(JsonFault fault) {
    fault_ = fault;
    return false;
  }

  /// Puts a value where the text has it: into the open list, behind the last key, or at the top.
  json* add(json value) {
    if (++value_count_ > kJsonValueLimit) {
      stop(JsonFault::too_many_values);
      return nullptr;
    }
    if (open_.empty()) return &(tree_ = std::move(value));
    if (open_.back()->is_array()) return &open_.back()->get_ref<json::array_t&>().emplace_back(std::move(value));
    return &(*member_ = std::move(value));
  }

  bool open(json container) {
    if (open_.size() == kJsonDepthLimit) return stop(JsonFault::too_deep);
    auto* const added = add(std::move(container));
    if (added == nullptr) return false;
    open_.push_back(added);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  json& tree_;
  std::vector<json*> open_;  // stays valid: a container gets no new element while one of its elements is open
  json* member_ = nullptr;   // the value of the key that was read last
  std::size_t value_count_ = 0;
  JsonFault fault_ = JsonFault::none;
};

}  // namespace

JsonFault read_json_tree(std::string_view text, json& tree) {
  TreeBuilder builder(tree);
  const bool whole = json::sax_parse(text.begin(), text.end(), &builder);
  return whole || builder.fault() != JsonFault::none ? builder.fault() : JsonFault::syntax;
}

}  // namespace load
