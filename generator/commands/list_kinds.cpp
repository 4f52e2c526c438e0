#include <fmt/format.h>

#include <filesystem>

#include "base/suggest.h"
#include "commands/command_table.h"
#include "commands/options.h"
#include "line/site.h"
#include "plan/kinds.h"

namespace commands {

namespace {

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

base::Problem unknown_type(const std::string& type, const plan::Kinds& kinds, const Console& console) {
  const auto types = kinds.types();
  base::Problem problem{.code = "kommando.ukendt-navn",
                        .arguments = {{"hvad", console.text("hvad.plantype")}, {"navn", type}, {"valg", joined(types)}},
                        .where = {},
                        .hints = {}};
  if (const auto near = base::nearest_word(type, types)) problem.hints.push_back(base::did_you_mean(*near));
  return problem;
}

/// The kinds of the site that the user means, and the folder that it brings its own in.
struct SiteKinds {
  plan::Kinds kinds;
  std::filesystem::path folder;
};

std::optional<SiteKinds> open_site_kinds(const std::string& site_file, base::Problems& problems) {
  const auto site = line::open_site_meant(site_file, problems);
  if (!site) return std::nullopt;
  const auto order = line::workshop_order(*site, "", {});
  return SiteKinds{line::open_kinds(order, problems), order.kinds_folder};
}

ExitCode list_kinds(const std::string& site_file, const Console& console) {
  base::Problems problems;
  const auto site = open_site_kinds(site_file, problems);
  if (!site) return console.conclude(problems);
  for (const auto& type : site->kinds.types()) {
    const auto& kind = *site->kinds.find(type);
    const auto from = kind.built_in ? console.text("besked.foelger-med") : (site->folder / type).generic_string();
    console.say(fmt::format("{:<16} {} ({})", type, kind.title, from));
  }
  return console.conclude(problems);
}

struct SchemaOptions {
  std::string type;
  std::string site;
};

ExitCode print_schema(const SchemaOptions& options, const Console& console) {
  base::Problems problems;
  const auto site = open_site_kinds(options.site, problems);
  if (!site) return console.conclude(problems);
  if (const auto* kind = site->kinds.find(options.type)) {
    fmt::print(console.out, "{}", kind->schema_text);
  } else {
    problems.add(unknown_type(options.type, site->kinds, console));
  }
  return console.conclude(problems);
}

}  // namespace

Action describe_kinds(CLI::App& command, const Console& texts) {
  const auto site = std::make_shared<std::string>();
  OptionAdder(command, texts).site(*site);
  return [site](const Console& console) { return list_kinds(*site, console); };
}

Action describe_schema(CLI::App& command, const Console& texts) {
  const auto options = std::make_shared<SchemaOptions>();
  OptionAdder add(command, texts);
  add.text(texts.text("hjaelp.ord.TYPE"), options->type, "schema.type", "")->required();
  add.site(options->site);
  return [options](const Console& console) { return print_schema(*options, console); };
}

}  // namespace commands
