// How long sats takes for the bench documents when it is warm, a new document each time, and where the time goes.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "documents.h"
#include "sats/text/font_library.h"
#include "sats/text/line_breaks.h"
#include "sats/text/shaper.h"
#include "sats/typeset.h"
#include "sats/write/pdf_writer.h"

namespace {

/// Documents are made before the clock runs; a pass over more than these begins again from the first.
const std::vector<std::string>& documents(bench::Kind kind) {
  static std::map<bench::Kind, std::vector<std::string>> made;
  auto& all = made[kind];
  const std::size_t wanted = kind == bench::Kind::plan ? 400 : kind == bench::Kind::book ? 1 : 4;
  for (auto seed = static_cast<std::uint32_t>(all.size() + 1); all.size() < wanted; ++seed)
    all.push_back(bench::make_document(kind, seed).html);
  return all;
}

sats::Resources& resources() {
  static sats::Resources shared;
  return shared;
}

void typeset(benchmark::State& state, bench::Kind kind) {
  const auto& all = documents(kind);
  std::size_t next = static_cast<std::size_t>(state.thread_index()) * 37;
  std::size_t bytes = 0;
  std::uint32_t pages = 0;
  for (auto _ : state) {
    const sats::Typeset made = sats::typeset(all[next++ % all.size()], {}, {}, resources());
    bytes = made.pdf.size();
    pages = made.pages;
  }
  state.counters["bytes"] = static_cast<double>(bytes);
  state.counters["pages"] = pages;
  state.SetItemsProcessed(state.iterations());
}

/// Layout alone; what `typeset` takes beyond it is the writer's.
void lay_out(benchmark::State& state, bench::Kind kind) {
  const auto& all = documents(kind);
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(sats::lay_out(all[next++ % all.size()], {}, {}, resources()));
}

void find_breaks(benchmark::State& state, const std::string& text) {
  std::vector<sats::BreakOpportunity> breaks;
  for (auto _ : state) {
    breaks.clear();
    sats::find_breaks(text, "da", breaks);
    benchmark::DoNotOptimize(breaks.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

void shape(benchmark::State& state) {
  sats::FontLibrary fonts;
  sats::Shaper shaper(fonts);
  const sats::TextStyle style{.font = fonts.find({{"Open Sans"}, 400, sats::Slant::upright}), .size = 10.5F};
  const std::string text = "Anne skal i virksomhedspraktik på et lager og lære at køre gaffeltruck hver mandag og torsdag.";
  sats::ShapedText out;
  for (auto _ : state) {
    out.clear();
    shaper.shape({text, 0, static_cast<std::uint32_t>(text.size()), 0}, style, out);
    benchmark::DoNotOptimize(out.glyphs.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

}  // namespace

BENCHMARK_CAPTURE(typeset, plan, bench::Kind::plan)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typeset, plan_two_threads, bench::Kind::plan)->Unit(benchmark::kMillisecond)->Threads(2)->UseRealTime();
BENCHMARK_CAPTURE(typeset, guide, bench::Kind::guide)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typeset, table, bench::Kind::table)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typeset, book, bench::Kind::book)->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK_CAPTURE(lay_out, plan, bench::Kind::plan)->Unit(benchmark::kMillisecond);
BENCHMARK(shape);
BENCHMARK_CAPTURE(find_breaks, latin,
                  std::string("Anne skal i praktik på et lager, og hun vil lære at køre gaffeltruck (9.30-12)."));
BENCHMARK_CAPTURE(find_breaks, arabic, std::string("أحمد حسن يعمل في مستودع كبير كل يوم اثنين وخميس من التاسعة."));
