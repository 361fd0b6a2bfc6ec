/** What subscribers are sent; (`session_id`, `turn_id`) is the key by which they drop duplicates. */
export interface HostEvent {
  readonly event_type:
    | 'gateway.v2.event'
    | 'gateway.event'
    | 'agent.run.state'
    | 'agent.turn.started'
    | 'agent.turn.completed'
    | 'agent.turn.failed'
    | 'artifact.saved'
    | 'turn.progress';
  readonly session_id: string;
  readonly turn_id: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly actor: string;
  readonly payload: unknown;
}
