/** A command line as text → words, as a POSIX shell splits them. Nothing is run or expanded. Pure. */

/** What stays one word with the blanks in it: an expression of a workflow, the output of a command. */
const UNIT = /^(?:\$\{\{.*?\}\}|\$\([^()]*\)|`[^`]*`)/s;

/** The start of a step of a workflow whose script begins on the next line. */
const STEP = /^\s*(?:-\s+)?(?:(?:name|id|if):[^\n]*\n\s*)*run:\s*[|>][-+]?[ \t]*\r?\n/;

/** A `$` that the shell leaves in a word: quoted or escaped, it is no variable. */
export const LITERAL_DOLLAR = '\uE024';

/** GitHub and Cloud Build replace their own variables within quotes, too. */
const REPLACED_IN_QUOTES =
  /^\$(?:\{\{|\{?(?:_[A-Z0-9_]+|PROJECT_ID|PROJECT_NUMBER|LOCATION|BUILD_ID|COMMIT_SHA|SHORT_SHA|REVISION_ID|REPO_NAME|REPO_FULL_NAME|BRANCH_NAME|TAG_NAME|REF_NAME|TRIGGER_NAME|SERVICE_ACCOUNT_EMAIL)\b)/;

const quoted = (text: string): string => `"${text.trim().split('\n')[0]?.slice(0, 40)}"`;

/** `problem` says what is wrong, as a message for the user. */
export function shellWords(text: string): { readonly words: readonly string[]; readonly problem?: string } {
  const words: string[] = [];
  let word: string | undefined;
  const add = (text: string) => {
    word = (word ?? '') + text;
  };
  let quote = '';
  // A line that continues; PowerShell and cmd.exe have other marks for it.
  const source = text.replace(STEP, '').replace(/(?:\\|`|\^)\r?\n/g, '');
  for (let i = 0; i < source.length; i++) {
    const char = source[i] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\\' && quote === '"' && /["\\$`]/.test(source[i + 1] ?? '')) add(literal(source, ++i));
      else add(quote === "'" ? literal(source, i) : char);
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (char === '\\' && i + 1 < source.length) {
      add(literal(source, ++i));
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (UNIT.test(source.slice(i))) {
      const [unit = ''] = UNIT.exec(source.slice(i)) ?? [];
      // A comment between two lines of a command is written as `# …`.
      if (!unit.startsWith('`#')) add(unit);
      i += unit.length - 1;
    } else if (char === '#' && word === undefined) {
      while (i + 1 < source.length && source[i + 1] !== '\n') i++;
    } else if (char === ';' && source.slice(i + 1).trim() === '') {
      break;
    } else if (isAnotherCommand(source, i, words, word)) {
      return { words, problem: `there is more than one command: ${quoted(source.slice(i))}. Paste one.` };
    } else if (word === undefined && /^\d*[<>]/.test(source.slice(i))) {
      return { words, problem: `there is a redirection: ${quoted(source.slice(i))}. Leave it out.` };
    } else add(char);
  }
  if (word !== undefined) words.push(word);
  return quote === '' ? { words } : { words, problem: `a ${quote} is not closed.` };
}

/** The character, which quotes or a backslash keep as it is. */
const literal = (source: string, at: number): string =>
  source[at] === '$' && !REPLACED_IN_QUOTES.test(source.slice(at)) ? LITERAL_DOLLAR : (source[at] as string);

/** After `gcloud`, what ends a command for the shell, and a line with another one; before it, only a prompt may stand there. */
function isAnotherCommand(source: string, at: number, words: readonly string[], word: string | undefined): boolean {
  const rest = source.slice(at);
  if (!words.includes('gcloud')) return word === undefined && /^[;&|]/.test(rest);
  return /^[;&|]/.test(rest) || (/^gcloud\s/.test(rest) && /\n[ \t]*$/.test(source.slice(0, at)));
}
