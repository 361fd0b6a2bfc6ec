/** Finds room for boxes on a sheet, row after row; never moves what it has placed. */
export class Shelf {
  readonly #width: number;
  readonly #height: number;
  #x = 0;
  #y = 0;
  #row = 0;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** How far down the sheet is taken. */
  get used(): number {
    return this.#y + this.#row;
  }

  /** The upper left corner for a box of that size; null where no room is left. */
  place(width: number, height: number): { readonly x: number; readonly y: number } | null {
    if (width > this.#width) return null;
    const wraps = this.#x + width > this.#width;
    const x = wraps ? 0 : this.#x;
    const y = wraps ? this.#y + this.#row : this.#y;
    if (y + height > this.#height) return null;
    this.#row = wraps ? height : Math.max(this.#row, height);
    this.#x = x + width;
    this.#y = y;
    return { x, y };
  }
}
