/** What a picture or a model may cost. A renderer scales down or refuses what is more, and says so. */
export interface MediaLimits {
  /** Longest side of a texture, pixels: larger images are scaled down to it. */
  readonly textureSide: number;
  /** Texture memory of all images that one frame shows. */
  readonly textureBytes: number;
  /** Images with a longer side, or with more pixels than its square / 4, are refused before they are decoded. */
  readonly imageSide: number;
  /** Of a file as it is fetched. */
  readonly fileBytes: number;
  readonly triangles: number;
}

export const MEDIA_LIMITS: MediaLimits = {
  textureSide: 2048,
  textureBytes: 128 * 1024 * 1024,
  imageSide: 16_384,
  fileBytes: 32 * 1024 * 1024,
  triangles: 200_000,
};
