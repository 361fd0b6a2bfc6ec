/** Why a picture or a film could not be made, with what to do about it. Codes are stable, `export/…`. */
export class ExportFault extends Error {
  override readonly name = 'ExportFault';
  readonly code: string;
  readonly cure: string;

  constructor(code: string, message: string, cure: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.cure = cure;
  }
}
