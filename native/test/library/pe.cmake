# Windows: cmake -DREADOBJ= -DLIBRARY= -P pe.cmake
include("${CMAKE_CURRENT_LIST_DIR}/checks.cmake")

run(table ${READOBJ} --coff-exports ${LIBRARY})
string(REGEX REPLACE "Name: *\n" "Name: (an ordinal alone)\n" table "${table}")
string(REGEX MATCHALL "Name: [^\n]+" exports "${table}")
list(TRANSFORM exports REPLACE "^Name: " "")
check_exports(${exports})

# The universal C runtime is a part of Windows since version 10. No redistributable runtime is needed.
needed_libraries(needed "${READOBJ}" "${LIBRARY}")
check_needed("KERNEL32\\.dll|api-ms-win-crt-[a-z]+-l1-1-0\\.dll|api-ms-win-core-synch-l1-2-0\\.dll" ${needed})

run(headers ${READOBJ} --file-headers --sections ${LIBRARY})
foreach(wanted DYNAMIC_BASE NX_COMPAT HIGH_ENTROPY_VA "SymbolCount: 0")
  if(NOT headers MATCHES "${wanted}")
    message(SEND_ERROR "Its headers lack ${wanted}")
  endif()
endforeach()
if(headers MATCHES "Name: \\.debug")
  message(SEND_ERROR "It is not stripped")
endif()
