#include "sats/program/order.h"

#include <algorithm>
#include <charconv>

#include "base/suggest.h"

namespace sats::program {

namespace {

enum class Takes : std::uint8_t { nothing, word };

/// An option: what it is called, whether a word follows, and what it does; false when the word is no value of it.
struct OptionRow {
  std::string_view name;
  Takes takes;
  bool (*apply)(Order&, const std::string&);
};

bool set_language(Order& order, const std::string& word) {
  order.language = word == "en" ? base::Language::english : base::Language::danish;
  return word == "da" || word == "en";
}

bool set_format(Order& order, const std::string& word) {
  order.format = word == "json"    ? base::ProblemFormat::json
                 : word == "short" ? base::ProblemFormat::short_form
                                   : base::ProblemFormat::long_form;
  return word == "long" || word == "short" || word == "json";
}

bool set_repeat(Order& order, const std::string& word) {
  const auto read = std::from_chars(word.data(), word.data() + word.size(), order.repeat);
  return read.ec == std::errc() && read.ptr == word.data() + word.size() && order.repeat >= 1 && order.repeat <= 1'000'000;
}

Encryption& encryption_of(Order& order) {
  auto& encryption = order.options.write.encryption;
  if (!encryption) encryption.emplace();
  return *encryption;
}

constexpr OptionRow kOptions[] = {
    {"--css", Takes::word, [](Order& o, const std::string& w) { return o.sheets.push_back(w), true; }},
    {"--attach", Takes::word, [](Order& o, const std::string& w) { return o.attachments.push_back(w), true; }},
    {"--archive", Takes::nothing,
     [](Order& o, const std::string&) { return o.options.write.archival = Archival::pdf_a, true; }},
    {"--strict", Takes::nothing,
     [](Order& o, const std::string&) { return o.options.write.strictness = Strictness::strict, true; }},
    {"--flat", Takes::nothing, [](Order& o, const std::string&) { return o.options.forms = Forms::flat, true; }},
    {"--linearize", Takes::nothing,
     [](Order& o, const std::string&) { return o.options.write.delivery = Delivery::linearized, true; }},
    {"--owner-password", Takes::word,
     [](Order& o, const std::string& w) { return encryption_of(o).owner_password = w, !w.empty(); }},
    {"--user-password", Takes::word,
     [](Order& o, const std::string& w) { return encryption_of(o).user_password = w, !w.empty(); }},
    {"--date", Takes::word, [](Order& o, const std::string& w) { return o.options.info.date = w, w.size() >= 10; }},
    {"--dump", Takes::nothing, [](Order& o, const std::string&) { return o.task = Task::show_layout, true; }},
    {"--repeat", Takes::word, set_repeat},
    {"--format", Takes::word, set_format},
    {"--lang", Takes::word, set_language},
    {"--help", Takes::nothing, [](Order& o, const std::string&) { return o.task = Task::show_help, true; }},
};

void complain(base::Problems& problems, std::string code, std::vector<base::Argument> arguments,
              std::vector<base::Hint> hints = {}) {
  problems.add({base::Severity::error, std::move(code), std::move(arguments), {}, std::move(hints)});
}

/// Reads the words of a command line one after the other.
class OrderReader {
 public:
  OrderReader(std::span<const std::string> words, base::Problems& problems) : words_(words), problems_(problems) {
    order_.language = base::language_from_environment();
  }

  std::optional<Order> read() {
    while (at_ < words_.size()) {
      const auto& word = words_[at_++];
      if (word.starts_with("--"))
        read_option(word);
      else
        read_file(word);
    }
    if (order_.task == Task::show_help) return order_;
    if (order_.html.empty()) complain(problems_, "sats.program.ingen-fil", {});
    if (!order_.html.empty() && order_.pdf.empty() && order_.task == Task::write_pdf)
      complain(problems_, "sats.program.ingen-pdf", {{"fil", order_.html}});
    return problems_.has_errors() ? std::nullopt : std::optional(order_);
  }

 private:
  void read_option(const std::string& word) {
    const auto equals = word.find('=');
    const auto name = word.substr(0, equals);
    const auto* row = std::ranges::find(kOptions, name, &OptionRow::name);
    if (row == std::end(kOptions)) return report_unknown(name);
    std::string value;
    if (row->takes == Takes::word) {
      if (equals == std::string::npos && at_ == words_.size())
        return complain(problems_, "sats.program.mangler-vaerdi", {{"valg", name}});
      value = equals == std::string::npos ? words_[at_++] : word.substr(equals + 1);
    }
    if (!row->apply(order_, value)) complain(problems_, "sats.program.forkert-vaerdi", {{"valg", name}, {"vaerdi", value}});
  }

  void report_unknown(const std::string& name) {
    std::vector<std::string> known;
    for (const auto& row : kOptions) known.emplace_back(row.name);
    std::vector<base::Hint> hints;
    if (auto near = base::nearest_word(name, known)) hints.push_back(base::did_you_mean(std::move(*near)));
    complain(problems_, "sats.program.ukendt-valg", {{"valg", name}}, std::move(hints));
  }

  void read_file(const std::string& word) {
    if (order_.html.empty())
      order_.html = word;
    else if (order_.pdf.empty())
      order_.pdf = word;
    else
      complain(problems_, "sats.program.for-mange-filer", {{"fil", word}});
  }

  std::span<const std::string> words_;
  base::Problems& problems_;
  Order order_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Order> read_order(std::span<const std::string> words, base::Problems& problems) {
  return OrderReader(words, problems).read();
}

std::string help(base::Language language) {
  const auto& table = base::messages(language);
  const auto found = table.find("sats.program.hjaelp");
  return found == table.end() ? std::string{} : found->second.text;
}

}  // namespace sats::program
