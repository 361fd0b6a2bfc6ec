import { createHash, randomUUID } from 'node:crypto';
import {
  diagnosticToJson,
  evaluateQuality,
  filesOf,
  type Mode,
  plan,
  type QualityReport,
  read,
  recogniseScenario,
  type Timeline,
  toV1Patches,
  type V2Limits,
} from '../../dsl/index.ts';
import { HostError } from '../errors.ts';
import type { HostEvent } from '../events/event.ts';
import type { EventHub } from '../events/event-hub.ts';
import { Recent } from '../recent.ts';
import { remembered, type SceneDocument } from '../scenes/scene-document.ts';
import { requireSceneId, sceneOfSession } from '../scenes/scene-id.ts';
import { revisionConflict, type SceneStore } from '../scenes/scene-store.ts';
import type { SpeechDesk } from '../voice/speech-desk.ts';
import { carryOver } from './carry-over.ts';
import { narrate, voiceOf } from './narration.ts';
import type { ScriptWriter, WrittenScript } from './script-writer.ts';
import type { TurnEnvelope } from './turn-envelope.ts';
import { MOST_PROMPT_CHARACTERS, type TurnRequest } from './turn-request.ts';

const SCRIPT_NAME = 'scene';
const KEPT = 64;

export interface TurnParts {
  readonly writer: ScriptWriter;
  readonly desk: SpeechDesk;
  readonly scenes: SceneStore;
  readonly hub: EventHub;
  readonly limits: V2Limits;
  readonly now: () => number;
}

/** The envelope, and the timeline in it as what it is. */
export interface Turn {
  readonly envelope: TurnEnvelope;
  readonly timeline: Timeline;
}

/** One prompt answered: script, voice, timeline, revision, event. */
export class TurnService {
  readonly #parts: TurnParts;
  /** By the hash of the timeline, on which alone they depend. */
  readonly #reports = new Recent<string, { readonly report: QualityReport | null }>(KEPT);

  constructor(parts: TurnParts) {
    this.#parts = parts;
  }

  /** Answers a prompt. Throws `HostError`; nothing is saved or sent then. */
  async run(request: TurnRequest, signal: AbortSignal): Promise<Turn> {
    const { desk, limits, scenes, writer } = this.#parts;
    if (request.prompt.length > MOST_PROMPT_CHARACTERS)
      throw new HostError('prompt_too_long', { max_chars: MOST_PROMPT_CHARACTERS, chars: request.prompt.length });
    const sceneId = request.scene_id ? requireSceneId(request.scene_id) : sceneOfSession(request.session_id);
    const before = await scenes.read(sceneId);
    const current = before?.revision ?? 0;
    const base = request.base_revision ?? current;
    if (base !== current) throw revisionConflict(current, base);

    const played = request.script ?? before?.document.script ?? null;
    const written = await writer.write(
      {
        prompt: request.prompt,
        currentScript: request.intent?.rebuild === true ? null : played,
        seed: seedOf(request.prompt),
        files: request.files ?? before?.document.files ?? {},
      },
      signal,
    );
    const narration = await narrate(desk, written.model.lines);
    const mode: Mode = request.capabilities?.mode ?? before?.document.mode ?? '2d';
    const planned = plan(written.model, { mode, alignment: narration.alignment });
    const turnId = randomUUID();
    const carried = carryOver(before?.document ?? null, planned.value, {
      intent: request.intent,
      limits,
      salt: turnId,
    });
    const { timeline } = carried;
    const document: SceneDocument = {
      script: written.script,
      alignment: narration.alignment,
      mode,
      summary: written.summary,
      ...kept(written),
      patched: carried.patched,
      seen: remembered(before?.document.seen ?? []),
    };
    const revision = await scenes.save(sceneId, base, document);
    const text = timeline.lines.map((line) => line.text).join(' ');
    const { warnings } = written;
    const envelope: TurnEnvelope = {
      version: 'v2',
      session_id: request.session_id,
      scene_id: sceneId,
      turn_id: turnId,
      base_revision: base,
      revision,
      text: text || written.summary,
      voice: voiceOf(timeline, narration),
      timeline: { ...timeline, patches: [...timeline.patches] },
      patches: [...carried.operations],
      warnings: [
        ...warnings.map(({ code, message }) => `${code}: ${message}`),
        ...narration.warnings,
        ...carried.warnings,
      ],
      degrade_notes: [...written.degrade_notes, ...narration.degrade_notes],
      explanation_text: written.summary,
      quality_report: this.#quality(timeline),
      legacy_visual_patches: toV1Patches(timeline),
      script: written.script,
      alignment: narration.alignment,
      diagnostics: [...written.diagnostics, ...planned.diagnostics].map((each) => ({
        ...diagnosticToJson(each, SCRIPT_NAME),
      })),
      provider: { id: written.provider, tries: written.tries },
    };
    return { envelope, timeline };
  }

  /** Tells everyone who listens, and keeps a short note of it for those who come later. */
  async announce(
    event: Pick<HostEvent, 'event_type' | 'session_id' | 'turn_id' | 'payload'>,
    note: unknown,
  ): Promise<HostEvent> {
    const { hub, now, scenes } = this.#parts;
    const whole: HostEvent = { ...event, timestamp: new Date(now()).toISOString(), actor: 'gateway' };
    await scenes.append({ ...whole, payload: note });
    hub.publish(whole);
    return whole;
  }

  #quality(timeline: Timeline): TurnEnvelope['quality_report'] {
    const known = this.#reports.get(timeline.hash);
    const scenario = known === undefined ? recogniseScenario(timeline) : null;
    const report = known === undefined ? scenario && evaluateQuality(timeline, scenario) : known.report;
    this.#reports.set(timeline.hash, { report });
    return (
      report && {
        ...report,
        checks: [...report.checks],
        warnings: [...report.warnings],
        failures: [...report.failures],
      }
    );
  }
}

/** Equal prompts give equal scenes. */
const seedOf = (prompt: string): number => createHash('sha256').update(prompt).digest().readUInt32BE(0) >>> 1;

/** What of its surroundings a script is kept with. */
const kept = ({ script, surroundings }: WrittenScript): Pick<SceneDocument, 'files' | 'prefabs'> => {
  const named = new Set(filesOf(read(script).value));
  const files = Object.entries(surroundings.files ?? {}).filter(([path]) => named.has(path));
  return { files: Object.fromEntries(files), prefabs: { ...surroundings.prefabs } };
};
