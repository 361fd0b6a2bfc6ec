import { OcCaptions } from './oc-captions.ts';
import { OcEditor } from './oc-editor.ts';
import { OcEvents } from './oc-events.ts';
import { OcExamples } from './oc-examples.ts';
import { OcExport } from './oc-export.ts';
import { OcHelp } from './oc-help.ts';
import { OcKey } from './oc-key.ts';
import { OcMicrophone } from './oc-microphone.ts';
import { OcNotices } from './oc-notices.ts';
import { OcProblems } from './oc-problems.ts';
import { OcPrompt } from './oc-prompt.ts';
import { OcScrubber } from './oc-scrubber.ts';
import { OcStats } from './oc-stats.ts';
import { OcTransport } from './oc-transport.ts';

/** The elements around the stage; the first picture does not wait for them. */
export const latecomers = {
  'oc-captions': OcCaptions,
  'oc-editor': OcEditor,
  'oc-events': OcEvents,
  'oc-examples': OcExamples,
  'oc-export': OcExport,
  'oc-help': OcHelp,
  'oc-key': OcKey,
  'oc-microphone': OcMicrophone,
  'oc-notices': OcNotices,
  'oc-problems': OcProblems,
  'oc-prompt': OcPrompt,
  'oc-scrubber': OcScrubber,
  'oc-stats': OcStats,
  'oc-transport': OcTransport,
};
