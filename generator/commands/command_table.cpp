#include "commands/command_table.h"

#include <array>

namespace commands {

std::span<const Command> command_table() {
  static constexpr std::array kCommands{
      Command{"build", describe_build},   Command{"check", describe_check},     Command{"render", describe_render},
      Command{"new", describe_new},       Command{"kinds", describe_kinds},     Command{"schema", describe_schema},
      Command{"themes", describe_themes}, Command{"engines", describe_engines},
  };
  return kCommands;
}

}  // namespace commands
