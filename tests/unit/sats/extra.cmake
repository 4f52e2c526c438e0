find_package(JPEG REQUIRED)  # Pictures to test with are made here; the room itself passes them through.
target_link_libraries(test_sats PRIVATE pdf_checker JPEG::JPEG)
