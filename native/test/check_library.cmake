# What the library that Java loads exports, imports and asks of the loader: cmake -DNM= -DREADELF= -DLIBRARY= -P ...
function(run output)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

# A line of nm is "address type name" or "type name", where the name may have a version behind it.
function(names output table)
  string(REGEX MATCHALL "[^ \n]+\n" last_words "${table}")
  string(REGEX REPLACE "(@[^;\n]*)?\n" "" last_words "${last_words}")
  set(${output} ${last_words} PARENT_SCOPE)
endfunction()

run(table ${NM} --dynamic --defined-only ${LIBRARY})
names(exports "${table}")
list(REMOVE_ITEM exports JNI_OnLoad JNI_OnUnload)
if(exports)
  message(SEND_ERROR "It exports more than JNI_OnLoad and JNI_OnUnload: ${exports}")
endif()

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
