# Linux: cmake -DNM= -DREADELF= -DLIBRARY= [-DGLIBC_FLOOR=2.17] -P elf.cmake
#   -DGLIBC_FLOOR   the library is to be shipped: it loads with this glibc, and nothing is left to strip
include("${CMAKE_CURRENT_LIST_DIR}/checks.cmake")

# A line of nm is "address type name" or "type name", where the name may have a version behind it.
function(names output table)
  string(REGEX MATCHALL "[^ \n]+\n" last_words "${table}")
  string(REGEX REPLACE "(@[^;\n]*)?\n" "" last_words "${last_words}")
  set(${output} ${last_words} PARENT_SCOPE)
endfunction()

run(table ${NM} --dynamic --defined-only ${LIBRARY})
names(exports "${table}")
check_exports(${exports})

# Checked twins such as __memcpy_chk come from _FORTIFY_SOURCE; musl has none of them.
run(table ${NM} --dynamic --undefined-only ${LIBRARY})
names(imports "${table}")
list(FILTER imports INCLUDE REGEX "_chk$")
if(imports)
  message(SEND_ERROR "It imports checked functions: ${imports}")
endif()

run(segments ${READELF} --program-headers --dynamic --wide ${LIBRARY})
foreach(wanted GNU_RELRO NOW NODELETE)
  if(NOT segments MATCHES "[ :]${wanted}[ \n]")
    message(SEND_ERROR "It is not linked with ${wanted}")
  endif()
endforeach()
# A newer glibc loads no library that wants to run code on the stack.
if(segments MATCHES "GNU_STACK[^\n]* RWE |TEXTREL")
  message(SEND_ERROR "It runs code on the stack, or changes its code")
endif()
# With both brackets: a list of CMake's ends at none of the semicolons behind one that is open.
string(REGEX MATCHALL "Shared library: \\[[^]]+\\]" needed "${segments}")
list(TRANSFORM needed REPLACE "^.*\\[(.*)\\]$" "\\1")
check_needed("libc\\.so\\.6|libdl\\.so\\.2" ${needed})
if(segments MATCHES "\\((RPATH|RUNPATH|AUXILIARY|FILTER|AUDIT|DEPAUDIT)\\)")
  message(SEND_ERROR "It names where other libraries are, or libraries to be put in front: ${CMAKE_MATCH_1}")
endif()

if(GLIBC_FLOOR)
  # Of functions, and of what the linker wants of the loader, such as GLIBC_ABI_DT_RELR.
  run(table ${READELF} --version-info --wide ${LIBRARY})
  string(REGEX MATCHALL "Name: [^ \n]+ +Flags:" versions "${table}")
  list(TRANSFORM versions REPLACE "^Name: ([^ ]+) .*$" "\\1")
  foreach(version ${versions})
    if(NOT version MATCHES "^GLIBC_([0-9.]+)$" OR CMAKE_MATCH_1 VERSION_GREATER GLIBC_FLOOR)
      message(SEND_ERROR "It needs ${version}, and the floor is glibc ${GLIBC_FLOOR}")
    endif()
  endforeach()
  run(sections ${READELF} --sections --wide ${LIBRARY})
  if(NOT versions OR sections MATCHES "\\.(symtab|debug_info)")
    message(SEND_ERROR "It has no versions of glibc's functions, or it is not stripped")
  endif()
endif()
