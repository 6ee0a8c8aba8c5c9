# What a user sees after typing the words and pressing Tab.
source ./ae.bash
complete_words() {
  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
  local function_name; function_name=$(complete -p ae | sed 's/.*-F \([^ ]*\).*/\1/')
  "$function_name" ae "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
  echo "$* -> $(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd ,)"
}
complete_words ae pi
complete_words ae ""
complete_words ae pipeline --quo
complete_words ae pipeline --format ""
complete_words ae pipeline --lang z
complete_words ae policy ""
complete_words ae completion f
complete_words ae help cov
complete_words ae pipeline --data dea
complete_words ae pipeline dea
complete_words ae pipeline my
