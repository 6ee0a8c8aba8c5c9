# ae_part(NAME [PARTS part…] [LIBRARIES lib…] [PRIVATE_LIBRARIES lib…])
#
# Makes the library ae_NAME from every .cc of src/ae/NAME (main.cc apart) and, when there are tests beside them, one test
# binary ae_NAME_test from every *_test.cc. Adding a file edits no CMake: the folder is globbed.
function(ae_part NAME)
  cmake_parse_arguments(PART "" "" "PARTS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  set(FOLDER ${PROJECT_SOURCE_DIR}/src/ae/${NAME})
  file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS ${FOLDER}/*.cc)
  set(TESTS ${SOURCES})
  list(FILTER TESTS INCLUDE REGEX "_test\\.cc$")
  list(FILTER SOURCES EXCLUDE REGEX "(_test|/main)\\.cc$")

  list(TRANSFORM PART_PARTS PREPEND ae_)
  add_library(ae_${NAME} STATIC ${SOURCES})
  target_include_directories(ae_${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(ae_${NAME} PUBLIC ${PART_PARTS} ${PART_LIBRARIES} PRIVATE ${PART_PRIVATE_LIBRARIES})

  if(TESTS)
    add_executable(ae_${NAME}_test ${TESTS})
    target_link_libraries(ae_${NAME}_test PRIVATE ae_${NAME} GTest::gmock GTest::gtest_main)
    target_compile_definitions(ae_${NAME}_test PRIVATE AE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    ae_lint_lightly(ae_${NAME}_test)
    add_test(NAME ${NAME} COMMAND ae_${NAME}_test)
    ae_count_cases(${NAME})
  endif()
endfunction()

# ae_lint_lightly(TARGET): clang-tidy without the analyzer, which follows GoogleTest's macros for half a minute a file.
function(ae_lint_lightly TARGET)
  if(CMAKE_CXX_CLANG_TIDY)
    set_property(TARGET ${TARGET} PROPERTY CXX_CLANG_TIDY "${CMAKE_CXX_CLANG_TIDY};--checks=-clang-analyzer-*")
  endif()
endfunction()

# ae_count_cases(TEST): has TEST report its cases one by one to where tools/count_tests.py looks for them.
# GoogleTest and tests/run_cases.py both obey the variable.
function(ae_count_cases TEST)
  set_property(TEST ${TEST} APPEND PROPERTY ENVIRONMENT GTEST_OUTPUT=xml:${PROJECT_BINARY_DIR}/results/${TEST}.xml)
endfunction()
