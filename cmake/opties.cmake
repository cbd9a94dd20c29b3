# SPDX-License-Identifier: EUPL-1.2
# Compiler settings that hold for every floor of the house.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(DAMWAND_ALLEEN_ENGINE "build base and engine only, to prove that they stand alone" OFF)
option(DAMWAND_FUZZ "build the libFuzzer targets (clang)" OFF)
option(DAMWAND_BENCH "build the benchmarks under bench/" OFF)
set(DAMWAND_SANITIZE "" CACHE STRING "value for -fsanitize=")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

add_library(damwand_opties INTERFACE)
target_include_directories(damwand_opties INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_options(damwand_opties INTERFACE
  -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion -Werror
  -Wno-mismatched-new-delete   # GCC 12 is wrong about the frames of Asio's coroutines when it optimises
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>   # the std::stable_sort of GCC 12's library takes a buffer in a way that Clang 19 says is old
  "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=."   # no path of the build machine in the program
  -fstack-protector-strong -fstack-clash-protection -fcf-protection)
target_compile_definitions(damwand_opties INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(damwand_opties INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
if(DAMWAND_FUZZ)
  target_compile_options(damwand_opties INTERFACE -fsanitize=fuzzer-no-link)   # the libraries under the target count too
endif()
if(DAMWAND_SANITIZE)
  # GCC 12 warns wrongly inside std::regex (of CLI11) once the sanitizers are on.
  target_compile_options(damwand_opties INTERFACE -fsanitize=${DAMWAND_SANITIZE} -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(damwand_opties INTERFACE -fsanitize=${DAMWAND_SANITIZE})
elseif(CMAKE_BUILD_TYPE MATCHES "Rel")
  target_compile_definitions(damwand_opties INTERFACE _FORTIFY_SOURCE=3)
endif()
