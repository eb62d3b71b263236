# Builds for any platform with the compiler of zig, which has every system's headers and import libraries:
#   cmake -DCMAKE_TOOLCHAIN_FILE=native/zig.cmake -DSR_ZIG=<zig> -DSR_TARGET=<platform> ...
# scripts/natives.sh does that. An ordinary build needs no zig.
set(systems_linux Linux)
set(systems_windows Windows)
set(systems_macosx Darwin)
# The oldest systems on which the library loads: glibc 2.17, and macOS 11, the first one on ARM.
set(zig_linux-x86_64 x86_64-linux-gnu.2.17)
set(zig_linux-arm64 aarch64-linux-gnu.2.17)
set(zig_windows-x86_64 x86_64-windows-gnu)
set(zig_macosx-x86_64 x86_64-macos.11.0)
set(zig_macosx-arm64 aarch64-macos.11.0)

list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SR_ZIG SR_TARGET)
string(REGEX MATCH "^([a-z]+)-(.+)$" matched "${SR_TARGET}")
set(CMAKE_SYSTEM_NAME ${systems_${CMAKE_MATCH_1}})
set(CMAKE_SYSTEM_PROCESSOR ${CMAKE_MATCH_2})
if(NOT CMAKE_SYSTEM_NAME OR NOT zig_${SR_TARGET})
  message(FATAL_ERROR "SR_TARGET is ${SR_TARGET}, which is no platform of native/zig.cmake")
endif()

set(CMAKE_C_COMPILER "${SR_ZIG}" cc -target ${zig_${SR_TARGET}})
# CMake wants one file for each of these.
set(CMAKE_AR "${SR_ZIG}-ar")
set(CMAKE_RANLIB "${SR_ZIG}-ranlib")
# A program that only tries the compiler would make zig compile another C library first.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
# zig's own defaults are those of a debug build.
set(CMAKE_C_FLAGS_INIT "-fno-sanitize=undefined")
set(CMAKE_SHARED_LINKER_FLAGS_INIT "-s")
