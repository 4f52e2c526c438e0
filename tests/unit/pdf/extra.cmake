# Debian ships no libwkhtmltox: the binding is tested against this library, which is built here and installed nowhere.
add_library(wkhtmltox_stand_in MODULE ${CMAKE_CURRENT_SOURCE_DIR}/support/wkhtmltox_stand_in.cpp)
add_dependencies(test_pdf wkhtmltox_stand_in)
target_compile_definitions(test_pdf PRIVATE WKHTMLTOX_STAND_IN="$<TARGET_FILE:wkhtmltox_stand_in>")
