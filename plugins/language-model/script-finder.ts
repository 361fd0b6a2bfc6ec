const FENCE = /^\s*(?:```+|~~~+)/;
const SCENE = /^\s*scene\s+["“]/;
const THINKS = /^\s*<think(?:ing)?>/;
const THOUGHT = /<\/think(?:ing)?>/;

/** How many more braces a line opens than it closes; those in texts and comments don't count. */
function bracesOf(line: string): number {
  const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"?|\/\/.*/g, '');
  return [...bare].reduce((sum, sign) => sum + Number(sign === '{') - Number(sign === '}'), 0);
}

/**
 * Finds the script in what a model says, line by line, while it still speaks: in a fence or bare, between prose, after
 * its thoughts. Of several fences it takes the first that holds a scene.
 */
export class ScriptFinder {
  #rest = '';
  #place: 'outside' | 'thoughts' | 'fence' | 'fenced-script' | 'bare-script' | 'after' = 'outside';
  /** Lines of an open fence in which no scene has begun yet. */
  #held: string[] = [];
  #depth = 0;

  get found(): boolean {
    return ['fenced-script', 'bare-script', 'after'].includes(this.#place);
  }

  /** The script in whole lines, as far as `text` ended them. */
  push(text: string): string {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => this.#line(`${line}\n`)).join('');
  }

  /** The last line, which nothing ended. */
  end(): string {
    const rest = this.#rest;
    this.#rest = '';
    return rest === '' ? '' : this.#line(rest);
  }

  #line(line: string): string {
    switch (this.#place) {
      case 'after':
        return '';
      case 'thoughts':
        return this.#thought(line);
      case 'outside':
        return this.#outside(line);
      case 'fence':
        return this.#inFence(line);
      case 'fenced-script':
        if (!FENCE.test(line)) return line;
        this.#place = 'after';
        return '';
      case 'bare-script':
        return this.#bare(line);
    }
  }

  #outside(line: string): string {
    if (THINKS.test(line)) return this.#thought(line);
    if (FENCE.test(line)) {
      this.#place = 'fence';
      this.#held = [];
      return '';
    }
    if (!SCENE.test(line)) return '';
    this.#place = 'bare-script';
    return this.#bare(line);
  }

  #thought(line: string): string {
    const end = THOUGHT.exec(line);
    this.#place = end ? 'outside' : 'thoughts';
    return end ? this.#outside(line.slice(end.index + end[0].length)) : '';
  }

  #inFence(line: string): string {
    if (FENCE.test(line)) {
      this.#place = 'outside';
      return '';
    }
    this.#held.push(line);
    if (!SCENE.test(line)) return '';
    this.#place = 'fenced-script';
    return this.#held.join('');
  }

  /** Without a fence the script ends with its last brace. */
  #bare(line: string): string {
    if (FENCE.test(line)) {
      this.#place = 'after';
      return '';
    }
    const before = this.#depth;
    this.#depth += bracesOf(line);
    if (this.#depth <= 0 && (before > 0 || line.includes('}'))) this.#place = 'after';
    return line;
  }
}
