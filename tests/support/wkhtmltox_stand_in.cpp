// A stand-in for libwkhtmltox, which Debian does not ship: it has the functions that the engine calls, writes down what it
// is told, checks that it is always called by the same thread, and "renders" a page by drawing the marks it finds in the
// document as rectangles, at the shrunken scale that real builds print at.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using Settings = std::map<std::string, std::string>;
using WordsCallback = void (*)(void*, const char*);

/// What a CSS point becomes on this printer, until the document zooms.
constexpr double kShrink = 0.5;

struct Conversion {
  Settings* global = nullptr;
  Settings* object = nullptr;
  std::string output;
  WordsCallback complain = nullptr;
};

struct Record {
  std::string log;
  std::thread::id thread;
  int running = 0;
};

Record& record() {
  static Record only;
  return only;
}

void note(const std::string& words) {
  record().log += words + "\n";
  if (record().thread != std::this_thread::get_id()) record().log += "WRONG THREAD\n";
}

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

double zoom_of(const std::string& html) {
  const auto at = html.rfind("html{zoom:");
  return at == std::string::npos ? 1 : std::atof(html.c_str() + at + 10);
}

double points(const std::string& length) { return std::atof(length.c_str()) * 72 / 25.4; }

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

/// A rectangle a hundred millimetres wide for each mark colour in the document, one below the other.
std::string drawing_of(const std::string& html, double height) {
  const double scale = kShrink * zoom_of(html);
  const double width = (100 + 2 * 25.4 / 96) * 72 / 25.4 * scale;
  std::string drawing;
  double top = height - 20;
  for (auto at = html.find("solid #fb"); at != std::string::npos; at = html.find("solid #fb", at + 1)) {
    const auto colour = std::strtol(html.substr(at + 7, 6).c_str(), nullptr, 16);
    drawing += number(static_cast<double>(colour >> 16) / 255) + " " + number(static_cast<double>(colour >> 8 & 255) / 255) +
               " " + number(static_cast<double>(colour & 255) / 255) + " rg 0 " + number(top - 10) + " " + number(width) +
               " 10 re f\n";
    top -= 20;
  }
  return drawing;
}

std::string one_page(const std::string& html, const Settings& global) {
  const double width = points(global.at("size.width"));
  const double height = points(global.at("size.height"));
  const auto drawing = drawing_of(html, height);
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(width) + " " + number(height) +
          "] /Resources << >> /Contents 4 0 R >>",
      "<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing + "endstream"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
    table += entry;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto start = std::to_string(pdf.size());
  return pdf + "xref\n0 5\n" + table + "trailer << /Size 5 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace

extern "C" {

const char* wkhtmltox_stand_in_log();
int wkhtmltopdf_init(int graphics);
int wkhtmltopdf_deinit();
void* wkhtmltopdf_create_global_settings();
void* wkhtmltopdf_create_object_settings();
int wkhtmltopdf_set_global_setting(void* settings, const char* name, const char* value);
int wkhtmltopdf_set_object_setting(void* settings, const char* name, const char* value);
void* wkhtmltopdf_create_converter(void* global);
void wkhtmltopdf_destroy_converter(void* converter);
void wkhtmltopdf_set_error_callback(void* converter, WordsCallback callback);
void wkhtmltopdf_add_object(void* converter, void* object, const char* data);
int wkhtmltopdf_convert(void* converter);
long wkhtmltopdf_get_output(void* converter, const unsigned char** bytes);

/// For the tests: everything that was called so far.
const char* wkhtmltox_stand_in_log() { return record().log.c_str(); }

int wkhtmltopdf_init(int graphics) {
  record().thread = std::this_thread::get_id();
  note("init " + std::to_string(graphics));
  return 1;
}

int wkhtmltopdf_deinit() {
  note("deinit");
  return 1;
}

void* wkhtmltopdf_create_global_settings() { return new Settings; }
void* wkhtmltopdf_create_object_settings() { return new Settings; }

int wkhtmltopdf_set_global_setting(void* settings, const char* name, const char* value) {
  note(std::string("global ") + name + "=" + value);
  (*static_cast<Settings*>(settings))[name] = value;
  return 1;
}

int wkhtmltopdf_set_object_setting(void* settings, const char* name, const char* value) {
  const std::string shown = std::string(name) == "page" || std::string(name) == "load.allowed[0]" ? "…" : value;
  note(std::string("object ") + name + "=" + shown);
  (*static_cast<Settings*>(settings))[name] = value;
  return 1;
}

void* wkhtmltopdf_create_converter(void* global) {
  auto* conversion = new Conversion;
  conversion->global = static_cast<Settings*>(global);
  return conversion;
}

void wkhtmltopdf_destroy_converter(void* converter) {
  auto* conversion = static_cast<Conversion*>(converter);
  delete conversion->global;
  delete conversion->object;
  delete conversion;
}

void wkhtmltopdf_set_error_callback(void* converter, WordsCallback callback) {
  static_cast<Conversion*>(converter)->complain = callback;
}

void wkhtmltopdf_add_object(void* converter, void* object, const char* /*data*/) {
  static_cast<Conversion*>(converter)->object = static_cast<Settings*>(object);
}

int wkhtmltopdf_convert(void* converter) {
  auto& conversion = *static_cast<Conversion*>(converter);
  if (++record().running > 1) note("TWO AT ONCE");
  const auto html = text_of((*conversion.object)["page"]);
  const bool fails = html.find("standin-fails") != std::string::npos;
  if (fails) conversion.complain(converter, "the stand-in was told to fail");
  if (!fails) conversion.output = one_page(html, *conversion.global);
  note(fails ? "convert: failed" : "convert: done");
  --record().running;
  return fails ? 0 : 1;
}

long wkhtmltopdf_get_output(void* converter, const unsigned char** bytes) {
  const auto& output = static_cast<Conversion*>(converter)->output;
  *bytes = reinterpret_cast<const unsigned char*>(output.data());
  return static_cast<long>(output.size());
}

}  // extern "C"
