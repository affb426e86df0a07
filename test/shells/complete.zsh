# Completes a line in an interactive zsh and writes what was offered into a file: zsh -f complete.zsh SCRIPT FILE LINE
zmodload zsh/zpty
zpty shell zsh -f -i
send() { zpty -w shell "$1" }
# Words that are waited for are written in two parts, so that the echo of a command is not taken for its output.
send "autoload -Uz compinit && compinit -u -D && source ${(q)1}"
send 'compadd() { local -a found; builtin compadd -O found "$@"; print -rl -- $found >> '${(q)2}'; builtin compadd "$@" }'
send "told() { print -n END-OF''-COMPLETION }; comppostfuncs=(told)"
send 'zstyle ":completion:*" insert-tab false; bindkey "^I" complete-word'
# Its prompt says that the line editor reads.
send "PS1=WAITING-FOR''-A-LINE"
zpty -r shell output '*WAITING-FOR-A-LINE*'
zpty -wn shell "$3"$'\t'
zpty -r shell output '*END-OF-COMPLETION*'
zpty -d shell
