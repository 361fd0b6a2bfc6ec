/** What stands around a script and belongs to it: pieces from a library, and the data that it names. */
export interface Surroundings {
  /** Scripts of the library, by the name of the prefab that each holds. */
  readonly prefabs?: Readonly<Record<string, string>>;
  /** Contents of data files, by path as the script writes it. */
  readonly files?: Readonly<Record<string, string>>;
}
