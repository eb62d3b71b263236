# macOS: cmake -DREADOBJ= -DOBJDUMP= -DLIBRARY= -DSIGNED=<bool> -P mach_o.cmake
include("${CMAKE_CURRENT_LIST_DIR}/checks.cmake")

# zig's linker exports two names of the file itself.
run(table ${OBJDUMP} --macho --exports-trie ${LIBRARY})
string(REGEX REPLACE "^.*Exports trie:\n" "" table "${table}")
string(REGEX MATCHALL "[^\n]+" exports "${table}")
list(TRANSFORM exports REPLACE "^0x[0-9A-F]+  _" "") # C puts it in front of each name
list(REMOVE_ITEM exports _mh_dylib_header __dso_handle)
check_exports(${exports})

set(install_name "@rpath/libstagerecorder.dylib")
needed_libraries(needed "${READOBJ}" "${LIBRARY}")
list(REMOVE_ITEM needed "${install_name}") # the library itself
check_needed("/usr/lib/libSystem\\.B\\.dylib" ${needed})

run(commands ${OBJDUMP} --macho --private-headers ${LIBRARY})
foreach(wanted "name ${install_name} " "minos 11\\.0")
  if(NOT commands MATCHES "${wanted}")
    message(SEND_ERROR "Its load commands lack ${wanted}")
  endif()
endforeach()
if(commands MATCHES "cmd LC_RPATH")
  message(SEND_ERROR "It names where other libraries are: LC_RPATH")
endif()
run(bindings ${OBJDUMP} --macho --bind --lazy-bind --weak-bind ${LIBRARY})
if(bindings MATCHES "flat-namespace")
  message(SEND_ERROR "It needs a function of whichever library has it")
endif()
# Processors of ARM run nothing that has no signature. The linker's own, without a certificate, will do.
if(SIGNED AND NOT commands MATCHES "LC_CODE_SIGNATURE")
  message(SEND_ERROR "It is not signed")
endif()
run(sections ${OBJDUMP} --macho --section-headers ${LIBRARY})
if(sections MATCHES "__debug")
  message(SEND_ERROR "It is not stripped")
endif()
