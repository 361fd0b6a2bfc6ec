/** Sounds by address, fetched and decoded once. Decoding needs no open loudspeaker, so it happens before any gesture. */
export class SoundShelf {
  private readonly fetchBytes: (uri: string) => Promise<ArrayBuffer>;
  private readonly sounds = new Map<string, Promise<AudioBuffer>>();
  private readonly decoder = new OfflineAudioContext(1, 1, 48_000);

  constructor(fetchBytes: (uri: string) => Promise<ArrayBuffer>) {
    this.fetchBytes = fetchBytes;
  }

  /** A sound of the script by name, as loud as it asks for. */
  async effect(name: string, volume: number): Promise<AudioBuffer> {
    const key = `effect ${name} ${volume}`;
    const known = this.sounds.get(key);
    if (known !== undefined) return known;
    const { synthesise } = await import('./sound-effects.ts');
    const samples = synthesise(name, volume, this.decoder.sampleRate);
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: this.decoder.sampleRate });
    buffer.copyToChannel(samples, 0);
    this.sounds.set(key, Promise.resolve(buffer));
    return buffer;
  }

  /** The decoded sound. One that failed is asked for again the next time. */
  get(uri: string): Promise<AudioBuffer> {
    const known = this.sounds.get(uri);
    if (known !== undefined) return known;
    const sound = this.fetchBytes(uri).then((bytes) => this.decoder.decodeAudioData(bytes));
    this.sounds.set(uri, sound);
    sound.catch(() => this.sounds.delete(uri));
    return sound;
  }

  /** Forgets all sounds but these. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const uri of this.sounds.keys()) if (!uris.has(uri)) this.sounds.delete(uri);
  }
}
