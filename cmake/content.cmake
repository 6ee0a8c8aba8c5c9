# ae_embed_content(TARGET): builds every file of content/ and of skill/ into TARGET, for ae/config/content.h to find by
# its path; those of the skill under "skill/".
# The assembler includes the bytes as they are, so no generated source grows with the texts.
function(ae_embed_content TARGET)
  set(ROOT ${PROJECT_SOURCE_DIR}/content)
  file(GLOB_RECURSE FILES CONFIGURE_DEPENDS RELATIVE ${ROOT} ${ROOT}/*.toml ${ROOT}/*.md)
  set(SKILL_ROOT ${PROJECT_SOURCE_DIR})
  file(GLOB_RECURSE SKILL_FILES CONFIGURE_DEPENDS RELATIVE ${SKILL_ROOT}
       ${SKILL_ROOT}/skill/*.md ${SKILL_ROOT}/skill/*.py ${SKILL_ROOT}/skill/*.csv ${SKILL_ROOT}/skill/*.toml)
  list(APPEND FILES ${SKILL_FILES})
  list(SORT FILES)
  set(TABLE ".section .rodata\n.global ae_content_table\n.balign 8\nae_content_table:\n")
  set(BYTES "")
  set(INPUTS "")
  set(NUMBER 0)
  foreach(FILE ${FILES})
    set(PLACE ${ROOT}/${FILE})
    if(FILE MATCHES "^skill/")
      set(PLACE ${SKILL_ROOT}/${FILE})
    endif()
    string(APPEND TABLE ".quad name_${NUMBER}, bytes_${NUMBER}, end_${NUMBER} - bytes_${NUMBER}\n")
    string(APPEND BYTES "name_${NUMBER}: .asciz \"${FILE}\"\nbytes_${NUMBER}: .incbin \"${PLACE}\"\nend_${NUMBER}:\n")
    list(APPEND INPUTS ${PLACE})
    math(EXPR NUMBER "${NUMBER} + 1")
  endforeach()
  string(APPEND TABLE ".quad 0, 0, 0\n")
  # The table holds addresses, so it lives where the loader may relocate it.
  string(REPLACE ".section .rodata" ".section .data.rel.ro,\"aw\"" TABLE "${TABLE}")
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/content.s
       CONTENT "${TABLE}.section .rodata\n${BYTES}.section .note.GNU-stack,\"\",%progbits\n" @ONLY)
  set_source_files_properties(${PROJECT_BINARY_DIR}/content.s PROPERTIES OBJECT_DEPENDS "${INPUTS}")
  target_sources(${TARGET} PRIVATE ${PROJECT_BINARY_DIR}/content.s)
endfunction()
