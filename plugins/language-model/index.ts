/** The door of what providers share that ask a language model: the brief, the conversation, the way there, the script in the answer. */
export { readBrief } from './brief.ts';
export { type ChatServer, chatProvider, type MakeClient } from './chat-provider.ts';
export { type AgentAnswer, type CommandAgent, commandProvider, type RunAgent } from './command-provider.ts';
export { type Assignment, type Conversation, composeWithModel, type ModelPiece } from './compose-with-model.ts';
export { asOneText, conversationOf, type Message, REMINDER } from './conversation.ts';
export { aborted, asFailure, failureOfStatus, nobodyThere, notItsKind, systemCode, unreachable } from './failures.ts';
export { type Inquiry, judgeModel, type ModelFindings, probeServer, unreadyProbe } from './probes.ts';
export { type Caller, type CallerSettings, createCaller } from './retrying-fetch.ts';
export { ScriptFinder } from './script-finder.ts';
export { type Address, addressOf, millisecondsOf, secret, setting } from './settings.ts';
