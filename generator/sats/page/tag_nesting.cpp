#include "sats/page/tag_nesting.h"

#include <algorithm>
#include <vector>

namespace sats {
namespace {

/// Elements that stand only in some others; the first of these is put around one that stands elsewhere.
struct DemandRow {
  Role child;
  std::vector<Role> parents;
};

/// Elements that hold only some others; `around` is put around anything else.
struct HoldRow {
  Role parent;
  Role around;
  std::vector<Role> children;
};

const std::vector<DemandRow>& demands() {
  static const std::vector<DemandRow> rows{
      {Role::table_row, {Role::table, Role::table_body, Role::table_head, Role::table_foot}},
      {Role::table_header_cell, {Role::table_row}},
      {Role::table_data_cell, {Role::table_row}},
      {Role::table_head, {Role::table}},
      {Role::table_body, {Role::table}},
      {Role::table_foot, {Role::table}},
      {Role::list_item, {Role::list}},
      {Role::list_body, {Role::list_item}},
      {Role::toc_item, {Role::toc}},
  };
  return rows;
}

const std::vector<HoldRow>& holds() {
  static const std::vector<HoldRow> rows{
      {Role::table,
       Role::table_data_cell,
       {Role::table_row, Role::table_head, Role::table_body, Role::table_foot, Role::caption}},
      {Role::table_head, Role::table_data_cell, {Role::table_row}},
      {Role::table_body, Role::table_data_cell, {Role::table_row}},
      {Role::table_foot, Role::table_data_cell, {Role::table_row}},
      {Role::table_row, Role::table_data_cell, {Role::table_header_cell, Role::table_data_cell}},
      {Role::list, Role::list_body, {Role::list_item, Role::list, Role::caption}},
      {Role::list_item, Role::list_body, {Role::label, Role::list_body}},
      {Role::toc, Role::toc_item, {Role::toc_item, Role::toc, Role::caption}},
  };
  return rows;
}

bool holds_role(const std::vector<Role>& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

}  // namespace

std::optional<Role> missing_between(Role parent, Role child) {
  const auto demand = std::ranges::find(demands(), child, &DemandRow::child);
  if (demand != demands().end() && !holds_role(demand->parents, parent)) return demand->parents.front();
  const auto hold = std::ranges::find(holds(), parent, &HoldRow::parent);
  if (hold != holds().end() && !holds_role(hold->children, child)) return hold->around;
  return std::nullopt;
}

}  // namespace sats
