import type { Recording, Refusal } from './listening-desk.ts';

/** Forms that a browser may record in and the host takes, the best first. */
const FORMS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];

const NO_MICROPHONE: Refusal = {
  code: 'studio/no-microphone',
  message: 'This browser gives no microphone to this page.',
  cure: 'Open the studio at localhost or over https, or type the prompt.',
};
const NO_FORM: Refusal = {
  code: 'studio/no-recording',
  message: 'This browser cannot record Opus sound.',
  cure: 'Use a newer browser, or type the prompt.',
};

/** Why a browser gave no microphone, by the name of its exception. https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
const REASONS: Readonly<Record<string, Refusal>> = {
  NotAllowedError: {
    code: 'studio/microphone-denied',
    message: 'The microphone is not allowed on this page.',
    cure: 'Allow it in the browser’s settings for this page, then try again.',
  },
  NotFoundError: {
    code: 'studio/no-microphone',
    message: 'No microphone was found.',
    cure: 'Plug one in, or type the prompt.',
  },
  NotReadableError: {
    code: 'studio/microphone-busy',
    message: 'The microphone can not be read; perhaps another program holds it.',
    cure: 'Close the other program, then try again.',
  },
};

/** Asks the browser for its microphone, which asks the person the first time, and begins to record. */
export async function openMicrophone(): Promise<Recording | Refusal> {
  // Outside a secure context there is none, whatever the types say.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) return NO_MICROPHONE;
  const form = FORMS.find((each) => MediaRecorder.isTypeSupported(each));
  if (form === undefined) return NO_FORM;
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
  } catch (error) {
    const known = error instanceof DOMException ? REASONS[error.name] : undefined;
    if (known === undefined) throw error;
    return known;
  }
  return record(stream, form);
}

function record(stream: MediaStream, mimeType: string): Recording {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const pieces: Blob[] = [];
  const recorder = new MediaRecorder(stream, { mimeType });
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  const release = (): void => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
    },
    finish: () =>
      new Promise((resolve) => {
        const end = (): void => {
          release();
          resolve(new Blob(pieces, { type: mimeType }));
        };
        // A microphone that was pulled out has ended the recording already.
        if (recorder.state === 'inactive') end();
        else {
          recorder.onstop = end;
          recorder.stop();
        }
      }),
    discard: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      release();
    },
  };
}
