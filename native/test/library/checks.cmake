# What every library that Java loads has to keep, whatever its format. The file of the format lists the names.
cmake_minimum_required(VERSION 3.20)
function(run output)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

function(check_exports) # names
  if(NOT "JNI_OnLoad" IN_LIST ARGN)
    message(SEND_ERROR "It does not export JNI_OnLoad, but: ${ARGN}")
  endif()
  list(REMOVE_ITEM ARGN JNI_OnLoad JNI_OnUnload)
  if(ARGN)
    message(SEND_ERROR "It exports more than JNI_OnLoad and JNI_OnUnload: ${ARGN}")
  endif()
endfunction()

# GL and GStreamer are found at run time; nothing but the system's own C library is needed to load it.
function(check_needed allowed) # libraries
  if(NOT ARGN)
    message(SEND_ERROR "It needs no library at all")
  endif()
  list(FILTER ARGN EXCLUDE REGEX "^(${allowed})$")
  if(ARGN)
    message(SEND_ERROR "It needs a library that a user may not have: ${ARGN}")
  endif()
endfunction()

# A line "name" or "name (what else)" of a table of llvm-readobj, between a head and a bracket.
function(needed_libraries output readobj library)
  run(text ${readobj} --needed-libs ${library})
  string(REGEX REPLACE "^.*NeededLibraries \\[\n|\\]\n$" "" text "${text}")
  string(REGEX MATCHALL "[^ \n]+" libraries "${text}")
  set(${output} ${libraries} PARENT_SCOPE)
endfunction()
