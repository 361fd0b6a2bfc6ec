import { createHash } from 'node:crypto';
import {
  coherence,
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
import { Recent } from '../recent.ts';
import { remembered, type Scene, type SceneDocument, withTurn } from '../scenes/scene-document.ts';
import { requireSceneId, sceneOfSession } from '../scenes/scene-id.ts';
import { revisionConflict, type SceneStore } from '../scenes/scene-store.ts';
import { insist } from '../scenes/snapshot-store.ts';
import { unlessAborted } from '../unless-aborted.ts';
import type { SpeechDesk } from '../voice/speech-desk.ts';
import { carryOver } from './carry-over.ts';
import { EarlyVoice } from './early-voice.ts';
import { type Narration, narrate, voiceOf } from './narration.ts';
import { SCRIPT_NAME, type ScriptWriter, type WritingWatch, type WrittenScript } from './script-writer.ts';
import type { TurnEnvelope } from './turn-envelope.ts';
import type { TurnCourse } from './turn-progress.ts';
import type { Attempt } from './turn-record.ts';
import type { TurnRequest } from './turn-request.ts';

const KEPT = 64;

export interface TurnParts {
  readonly writer: ScriptWriter;
  readonly desk: SpeechDesk;
  readonly scenes: SceneStore;
  readonly limits: V2Limits;
}

/** The envelope, and the timeline in it as what it is. */
export interface Turn {
  readonly envelope: TurnEnvelope;
  readonly timeline: Timeline;
}

/** What a turn is given beside its request. */
export interface TurnErrand {
  readonly turnId: string;
  readonly course: TurnCourse;
  readonly signal: AbortSignal;
  /** Told of every script that the provider gives. */
  readonly tried: (attempt: Attempt) => void;
  /** Told what will be answered, just before the scene is saved; again where it had to be made anew. */
  readonly saving: (envelope: TurnEnvelope) => void;
}

/** Makes one prompt into script, voice, timeline and revision. */
export class TurnService {
  readonly #parts: TurnParts;
  /** By the hash of the timeline, on which alone they depend. */
  readonly #reports = new Recent<string, { readonly report: QualityReport | null }>(KEPT);

  constructor(parts: TurnParts) {
    this.#parts = parts;
  }

  /** Answers a prompt. Throws `HostError`, or the signal's reason; nothing is saved then. */
  async run(request: TurnRequest, errand: TurnErrand): Promise<Turn> {
    const { scenes } = this.#parts;
    const { course, signal } = errand;
    const sceneId = sceneOf(request);
    const before = await scenes.read(sceneId);
    requireBase(request, before);
    const written = await this.#write(request, before, errand);
    signal.throwIfAborted();
    const count = written.model.lines.length;
    course.enter('speaking', `${count} ${count === 1 ? 'line is' : 'lines are'} spoken.`);
    const narration = await unlessAborted(narrate(this.#parts.desk, written.model.lines), signal);
    course.enter('composing', 'Script and voice become one timeline.');
    const mode: Mode = request.capabilities?.mode ?? before?.document.mode ?? '2d';
    const planned = plan(written.model, { mode, alignment: narration.alignment });
    const composed = { request, errand, sceneId, written, narration, mode, planned };
    if (request.base_revision != null) return this.#save(composed, before);
    // Whoever names no revision speaks of whatever is there: an agent that was faster does not undo the turn.
    let current = before;
    return insist(async () => {
      try {
        return await this.#save(composed, current);
      } catch (error) {
        current = await scenes.read(sceneId);
        throw error;
      }
    });
  }

  async #write(
    request: TurnRequest,
    before: Scene | null,
    { course, signal, tried }: TurnErrand,
  ): Promise<WrittenScript> {
    const early = new EarlyVoice(this.#parts.desk);
    const watch: WritingWatch = {
      enter: (stage, detail, repair) => course.enter(stage, detail, repair),
      wrote: (text) => {
        course.wrote(text);
        early.wrote(text);
      },
      restart: () => {
        course.restart();
        early.restart();
      },
      tried,
    };
    try {
      return await this.#parts.writer.write(
        {
          prompt: request.prompt,
          currentScript: request.intent?.rebuild === true ? null : (request.script ?? before?.document.script ?? null),
          seed: seedOf(request.prompt),
          files: request.files ?? before?.document.files ?? {},
        },
        watch,
        signal,
      );
    } finally {
      early.end();
    }
  }

  async #save(composed: Composed, before: Scene | null): Promise<Turn> {
    const base = before?.revision ?? 0;
    const { errand, mode, narration, planned, request, sceneId, written } = composed;
    const { signal, turnId } = errand;
    const { limits, scenes } = this.#parts;
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
      turns: withTurn(before?.document.turns ?? [], request.session_id, turnId),
    };
    const agrees = coherence(timeline);
    const text = timeline.lines.map((line) => line.text).join(' ');
    const envelope: TurnEnvelope = {
      version: 'v2',
      session_id: request.session_id,
      scene_id: sceneId,
      turn_id: turnId,
      base_revision: base,
      revision: base + 1,
      text: text || written.summary,
      voice: voiceOf(timeline, narration),
      timeline: { ...timeline, patches: [...timeline.patches] },
      patches: [...carried.operations],
      warnings: [
        ...written.warnings.map(({ code, message }) => `${code}: ${message}`),
        ...narration.warnings,
        ...carried.warnings,
        ...(agrees.ok ? [] : [`${agrees.rule}: ${agrees.message}`]),
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
      provider: { id: written.provider, tries: written.tries, usage: written.usage },
    };
    signal.throwIfAborted();
    errand.saving(envelope);
    await scenes.save(sceneId, base, document);
    return { envelope, timeline };
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

interface Composed {
  readonly request: TurnRequest;
  readonly errand: TurnErrand;
  readonly sceneId: string;
  readonly written: WrittenScript;
  readonly narration: Narration;
  readonly mode: Mode;
  readonly planned: ReturnType<typeof plan>;
}

/** The scene that a turn is about, or 422 `invalid_scene_id`. */
export const sceneOf = (request: Pick<TurnRequest, 'scene_id' | 'session_id'>): string =>
  request.scene_id ? requireSceneId(request.scene_id) : sceneOfSession(request.session_id);

function requireBase(request: TurnRequest, before: Scene | null): void {
  const current = before?.revision ?? 0;
  const base = request.base_revision ?? current;
  if (base !== current) throw revisionConflict(current, base);
}

/** Equal prompts give equal scenes. */
export const seedOf = (prompt: string): number => createHash('sha256').update(prompt).digest().readUInt32BE(0) >>> 1;

/** What of its surroundings a script is kept with. */
function kept({ script, surroundings }: WrittenScript): Pick<SceneDocument, 'files' | 'prefabs'> {
  const given = Object.entries(surroundings.files ?? {});
  const named = new Set(given.length === 0 ? [] : filesOf(read(script).value));
  return { files: Object.fromEntries(given.filter(([path]) => named.has(path))), prefabs: { ...surroundings.prefabs } };
}
