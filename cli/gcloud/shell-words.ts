/** A command line as text → words, as a POSIX shell splits them. Nothing is run or expanded. Pure. */

/** `problem` says what is wrong, as a message for the user. */
export function shellWords(text: string): { readonly words: readonly string[]; readonly problem?: string } {
  const words: string[] = [];
  let word: string | undefined;
  const add = (text: string) => {
    word = (word ?? '') + text;
  };
  let quote = '';
  // A line that continues; PowerShell and cmd.exe have other marks for it.
  const source = text.replace(/(?:\\|`|\^)\r?\n/g, ' ');
  for (let i = 0; i < source.length; i++) {
    const char = source[i] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\\' && quote === '"' && /["\\$`]/.test(source[i + 1] ?? '')) add(source[++i] as string);
      else add(char);
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (char === '\\' && i + 1 < source.length) {
      add(source[++i] as string);
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === '$' && source.startsWith('${{', i)) {
      // An expression of a workflow is one word, with the spaces in it.
      const end = source.indexOf('}}', i);
      const expression = end < 0 ? source.slice(i) : source.slice(i, end + 2);
      add(expression);
      i += expression.length - 1;
    } else if (/[;&|]/.test(char) && word === undefined) {
      return { words, problem: `there is more than one command: "${source.slice(i).trim().slice(0, 40)}". Paste one.` };
    } else add(char);
  }
  if (word !== undefined) words.push(word);
  return quote === '' ? { words } : { words, problem: `a ${quote} is not closed.` };
}
