#include "commands/command_line.h"

int main(int argc, char** argv) { return static_cast<int>(commands::run_command_line({argv, argv + argc})); }
