# ae_find_archive(VARIABLE NAME): the static library NAME, so that starting the program loads nothing for files it may never
# meet; the shared one where a system has no other.
function(ae_find_archive VARIABLE NAME)
  find_library(${VARIABLE} NAMES lib${NAME}.a ${NAME} REQUIRED)
endfunction()
