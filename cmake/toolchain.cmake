# Warnings, sanitizers' companions and the quick linker and compiler cache, where the machine has them.

set(AE_WARNINGS
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wcast-qual -Wimplicit-fallthrough
)
# An optimising g++ 12 sees overlapping copies inside std::string (GCC bug 105651) and uninitialised members of structs
# of strings where there are none. What is truly uninitialised, clang finds (preset tidy).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  list(APPEND AE_WARNINGS -Wno-restrict -Wno-maybe-uninitialized)
endif()
# clang blames our std::stable_sort for what the library of g++ 12 uses inside.
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  list(APPEND AE_WARNINGS -Wno-deprecated-declarations)
endif()
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:${AE_WARNINGS}>")

# Paths below the checkout count from where it lies, so that another checkout (a worktree, the copy in which
# tests/check_recipe.py builds) finds what this one compiled.
find_program(AE_CCACHE ccache)
if(AE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_ABSSTDERR=1 ${AE_CCACHE})
endif()

find_program(AE_MOLD mold)
if(AE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# The standard library goes into the program: it starts sooner and runs on machines with another one.
# Sanitizer builds keep the shared one, which their runtime intercepts.
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  add_link_options($<$<CXX_COMPILER_ID:GNU>:-static-libstdc++> $<$<CXX_COMPILER_ID:GNU>:-static-libgcc>)
endif()
