import { OcEvents } from './oc-events.ts';
import { OcExamples } from './oc-examples.ts';
import { OcHelp } from './oc-help.ts';
import { OcKey } from './oc-key.ts';
import { OcNotices } from './oc-notices.ts';
import { OcProblems } from './oc-problems.ts';

/** The elements that the first picture does not need; fetched behind it. */
export const latecomers = {
  'oc-events': OcEvents,
  'oc-examples': OcExamples,
  'oc-help': OcHelp,
  'oc-key': OcKey,
  'oc-notices': OcNotices,
  'oc-problems': OcProblems,
};
