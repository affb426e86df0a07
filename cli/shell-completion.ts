import type { Option } from './command';

/** One command as the completion of a shell knows it. */
export interface ShellCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly (readonly [name: string, option: Option])[];
  /** What can stand first beside the options; empty where that is a folder. */
  readonly words: readonly string[];
}

/** The shells that there is a completion for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What can follow an option. */
type Follows = 'nothing' | 'values' | 'folder' | 'file' | 'text';

function follows({ type, value, values }: Option): Follows {
  if (type === 'boolean') return 'nothing';
  if (values) return 'values';
  if (value !== undefined && /FOLDER/.test(value)) return 'folder';
  return value !== undefined && /FILE|PATH/.test(value) ? 'file' : 'text';
}

/** A text in single quotes of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

function writtenForms(name: string, { short }: Option): string[] {
  return short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`];
}

/** The completion for bash, also for the old one of macOS. */
export function bashCompletion(commands: readonly ShellCommand[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const branches = options.flatMap(([option, own]) => {
      const reply = {
        nothing: undefined,
        values: `_aims_words ${quoted((own.values ?? []).join(' '))}`,
        folder: '_aims_paths -d',
        file: '_aims_paths -f',
        text: ':',
      }[follows(own)];
      return reply === undefined ? [] : [`        ${writtenForms(option, own).join('|')}) ${reply}; return ;;`];
    });
    const names = options.flatMap(([option, own]) => writtenForms(option, own));
    return [
      `    ${name})`,
      ...(branches.length > 0 ? ['      case $previous in', ...branches, '      esac'] : []),
      `      if [[ $current == -* ]]; then _aims_words ${quoted(names.join(' '))}`,
      ...(words.length > 0 ? [`      elif [[ $operands == 0 ]]; then _aims_words ${quoted(words.join(' '))}`] : []),
      '      else _aims_paths -d; fi ;;',
    ].join('\n');
  });
  const taking = commands.flatMap(({ options }) =>
    options.filter(([, own]) => own.type === 'string').flatMap(([option, own]) => writtenForms(option, own)),
  );
  return `# Completion of "aims" for bash. Try it with: source <(aims completion bash)
_aims_words() {
  local found
  while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -W "$1" -- "$current")
}
_aims_paths() {
  local found
  while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen "$1" -- "$current")
  type compopt &> /dev/null && compopt -o filenames 2> /dev/null
}
_aims() {
  local line=\${COMP_LINE:0:COMP_POINT} whole current previous='' command='' word skip='' operands=0 index
  local -a words
  # By blanks, since bash itself also cuts at = and at colons.
  whole=\${line##*[[:space:]]}
  current=$whole
  read -ra words <<< "\${line%"$whole"}"
  COMPREPLY=()
  for word in "\${words[@]:1}"; do
    previous=$word
    if [[ -n $skip ]]; then skip=''; continue; fi
    case $word in
      ${[...new Set(taking)].join('|')}) skip=1 ;;
      -*) ;;
      *) if [[ -z $command ]]; then command=$word; else operands=$((operands + 1)); fi ;;
    esac
  done
  if [[ $current == --*=* ]]; then
    previous=\${current%%=*}
    current=\${current#*=}
  fi
  case $command in
    '') _aims_words ${quoted([...commands.map(({ name }) => name), '--help', '--version'].join(' '))} ;;
${cases.join('\n')}
  esac
  # What stands before a colon is a word of its own to bash, and stays where it is.
  if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
    for index in "\${!COMPREPLY[@]}"; do COMPREPLY[index]=\${COMPREPLY[index]#"\${current%:*}:"}; done
  fi
}
complete -F _aims aims
`;
}

/** The completion for zsh: a file of its function path, or to be sourced after \`compinit\`. */
export function zshCompletion(commands: readonly ShellCommand[]): string {
  const text = (words: string) => words.replace(/[[\]\\:]/g, '\\$&');
  const lists = commands
    .filter(({ words }) => words.length > 0)
    .map(({ name, words }) => `_aims_${name}_words() {\n  compadd -- ${words.map(quoted).join(' ')}\n}`);
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.map(([option, own]) => {
      const action = {
        nothing: '',
        values: `:${text(own.value ?? 'value')}:(${(own.values ?? []).join(' ')})`,
        folder: `:${own.value}:_directories`,
        file: `:${own.value}:_files`,
        text: `:${text(own.value ?? 'value')}: `,
      }[follows(own)];
      const long = own.type === 'string' ? `--${option}=` : `--${option}`;
      const short = own.short === undefined ? '' : own.type === 'string' ? `-${own.short}+` : `-${own.short}`;
      const described = `[${text(own.help)}]${action}`;
      if (short === '') return quoted(`${own.multiple ? '*' : ''}${long}${described}`);
      return `${quoted(own.multiple ? '*' : `(-${own.short} --${option})`)}{${short},${long}}${quoted(described)}`;
    });
    const first = words.length > 0 ? `'1:what:_aims_${name}_words' '2:folder:_directories'` : "'1:folder:_directories'";
    return `    ${name}) _arguments -s -S ${[...specs, first].join(' ')} ;;`;
  });
  return `#compdef aims
# Completion of "aims" for zsh. Try it with: source <(aims completion zsh), after compinit.
${lists.join('\n')}
_aims() {
  local -a commands
  commands=(${commands.map(({ name, summary }) => quoted(`${name}:${summary}`)).join(' ')})
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  shift words
  (( CURRENT -= 1 ))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _aims ]]; then _aims "$@"; else compdef _aims aims; fi
`;
}

const FISH_FOLDERS = "'(__fish_complete_directories (commandline -ct))'";
/** True while nothing stands beside the command yet. */
const FIRST = '__aims_first_word';

/** The completion for fish. */
export function fishCompletion(commands: readonly ShellCommand[]): string {
  const text = (words: string) => `'${words.replace(/[\\']/g, '\\$&')}'`;
  const lines = commands.flatMap(({ name, summary, options, words }) => {
    const here = `complete -c aims -n ${text(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c aims -f -n __fish_use_subcommand -a ${name} -d ${text(summary)}`,
      ...(words.length > 0
        ? [`${here} -f -n ${FIRST} -a ${text(words.join(' '))}`, `${here} -f -n 'not ${FIRST}' -a ${FISH_FOLDERS}`]
        : [`${here} -f -a ${FISH_FOLDERS}`]),
      ...options.map(([option, own]) => {
        const action = {
          nothing: '',
          values: ` -x -a ${text((own.values ?? []).join(' '))}`,
          folder: ` -x -a ${FISH_FOLDERS}`,
          file: ' -r -F',
          text: ' -x',
        }[follows(own)];
        return `${here} -l ${option}${own.short === undefined ? '' : ` -s ${own.short}`}${action} -d ${text(own.help)}`;
      }),
    ];
  });
  return `# Completion of "aims" for fish. Try it with: aims completion fish | source
function ${FIRST}
  test (count (string match -v -- '-*' (commandline -opc))) -le 2
end
complete -c aims -e
complete -c aims -f -n __fish_use_subcommand -l help -d 'all commands'
complete -c aims -f -n __fish_use_subcommand -l version -d 'the version'
${lines.join('\n')}
`;
}
