# `cmake --install` and `cpack -G DEB`: the program, its manual page and its completions, which the program itself writes.
include(GNUInstallDirs)

set(AE_SHARE ${PROJECT_BINARY_DIR}/share)
set(AE_WRITTEN ${AE_SHARE}/ae.1 ${AE_SHARE}/ae.bash ${AE_SHARE}/_ae ${AE_SHARE}/ae.fish)
add_custom_command(OUTPUT ${AE_WRITTEN} DEPENDS ae VERBATIM
  COMMAND ${CMAKE_COMMAND} -E make_directory ${AE_SHARE}
  COMMAND ae man --lang en > ${AE_SHARE}/ae.1
  COMMAND ae completion bash > ${AE_SHARE}/ae.bash
  COMMAND ae completion zsh --lang en > ${AE_SHARE}/_ae
  COMMAND ae completion fish --lang en > ${AE_SHARE}/ae.fish)
add_custom_target(share ALL DEPENDS ${AE_WRITTEN})

install(TARGETS ae RUNTIME)
install(FILES ${AE_SHARE}/ae.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${AE_SHARE}/ae.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ae)
install(FILES ${AE_SHARE}/_ae DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${AE_SHARE}/ae.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(CPACK_PACKAGE_NAME account-executive)
set(CPACK_PACKAGE_CONTACT "The account-executive maintainers <maintainers@account-executive.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Sales execution from plain files, in English and Chinese")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
include(CPack)
