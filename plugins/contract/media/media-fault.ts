/**
 * - `not-found`: the file could not be had.
 * - `wrong-type`: its bytes are of no type that is drawn.
 * - `corrupt`: they begin like one but cannot be read.
 * - `too-large`: more than the limits allow.
 * - `unsupported`: it needs an extension that is not drawn.
 */
export type MediaFaultCode = 'not-found' | 'wrong-type' | 'corrupt' | 'too-large' | 'unsupported';

/** Why an image or a model cannot be shown; the message is a clause without the file's name: "it is … ". */
export class MediaFault extends Error {
  readonly code: MediaFaultCode;
  constructor(code: MediaFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MediaFault';
    this.code = code;
  }
}
