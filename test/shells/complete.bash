# Prints what bash offers at the end of a line: bash complete.bash SCRIPT LINE
source "$1"
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
_aims
printf '%s\n' "${COMPREPLY[@]}"
