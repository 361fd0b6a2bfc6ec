/**
 * The statements of `big-script.ts` as a Langium language: the same keywords, clauses in any order, things and moments
 * as cross-references. Only a time that heads a block has a keyword of its own, for Langium has no gates. `build` is what Langium does for an editor: parse, index, compute scopes, link, validate.
 */
import { peer } from './peers.ts';

export const LANGIUM = '4.4.0';

const GRAMMAR = `
grammar Scene
entry Script: 'scene' title=STRING '{' body+=Statement* '}';
Statement: Actor | Say | Move | Turn | Fade | Emit | Block | Sequence;
Actor: 'actor' name=ID 'is' kind=ID clauses+=(AtPlace | Scale)*;
Say: 'say' name=ID text=STRING clauses+=Time*;
Move: 'move' target=[Actor:ID] (clauses+=(To | Through | Over | Ease | Time) | 'as' name=ID)*;
Turn: 'turn' target=[Actor:ID] (clauses+=(By | Over | Ease | Time) | 'as' name=ID)*;
Fade: 'fade' target=[Actor:ID] ('to' to=AMOUNT | in?='in' | out?='out') (clauses+=(Over | Ease | Time) | 'as' name=ID)*;
Emit: 'emit' effect=ID clauses+=(From | For | Count | Time)*;
Block: 'upon' cue=Cue '{' body+=Statement* '}';
Sequence: 'sequence' '{' body+=Statement* '}';

AtPlace: 'at' place=Point;
To: 'to' place=Point;
Through: 'through' places+=Point+;
Point: '(' x=AMOUNT ',' y=AMOUNT (',' z=AMOUNT)? ')';
Scale: 'scale' factor=AMOUNT;
Over: 'over' duration=AMOUNT;
For: 'for' duration=AMOUNT;
By: 'by' angle=AMOUNT;
Count: 'count' count=AMOUNT;
From: 'from' thing=[Actor:ID];
Ease: 'ease' name=ID;
Moment: Say | Move | Turn | Fade;
Cue: of=[Moment:ID] ('.' word=Word)?;
Word returns string: ID | 'over';
Time: 'at' at=AMOUNT | 'on' on=Cue | 'after' after=Cue ('+' shift=AMOUNT)?;

terminal AMOUNT: /-?[0-9]+(\\.[0-9]+)?([a-zA-Z]+|%)?/;
terminal ID: /[_a-zA-Z][\\w_]*(-[\\w_]+)*/;
terminal STRING: /"[^"\\n]*"/;
hidden terminal WS: /\\s+/;
hidden terminal COMMENT: /\\/\\/[^\\n]*/;
`;

interface Parsed {
  readonly lexerErrors: readonly unknown[];
  readonly parserErrors: readonly { readonly message: string }[];
}
interface Document {
  readonly diagnostics?: readonly { readonly message: string }[];
  readonly parseResult: Parsed;
}
interface Services {
  readonly parser: { readonly LangiumParser: { parse(text: string): Parsed } };
  readonly shared: {
    readonly workspace: {
      readonly LangiumDocumentFactory: { fromString(text: string, uri: unknown): Document };
      readonly LangiumDocuments: { addDocument(document: Document): void; deleteDocument(uri: unknown): unknown };
      readonly DocumentBuilder: { build(documents: readonly Document[], options: object): Promise<void> };
    };
  };
}
interface GrammarModule {
  createServicesForGrammar(config: { readonly grammar: string }): Promise<Services>;
}
interface UriModule {
  readonly URI: { parse(text: string): unknown };
}

export interface LangiumScene {
  /** Text to syntax tree. */
  parse(text: string): Parsed;
  /** Text to a linked, validated document. */
  build(text: string): Promise<Document>;
}

/** A scene of `big-script.ts` as this grammar wants it. */
export const forLangium = (scene: string): string => scene.replaceAll(/^ {2}on /gm, '  upon ');

/** @throws Error where Langium finds a mistake in `sample`: both sides must understand the same script */
export async function langiumScene(sample: string): Promise<LangiumScene> {
  const { createServicesForGrammar } = (await peer('langium', LANGIUM, './lib/grammar/index.js')) as GrammarModule;
  const { URI } = (await peer('langium', LANGIUM, './lib/index.js')) as UriModule;
  const services = await createServicesForGrammar({ grammar: GRAMMAR });
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const uri = URI.parse('file:///bench.txt');
  const scene: LangiumScene = {
    parse: (text) => services.parser.LangiumParser.parse(text),
    async build(text) {
      const document = LangiumDocumentFactory.fromString(text, uri);
      LangiumDocuments.addDocument(document);
      await DocumentBuilder.build([document], { validation: true });
      LangiumDocuments.deleteDocument(uri);
      return document;
    },
  };
  const { diagnostics, parseResult } = await scene.build(sample);
  const [mistake] = [...parseResult.parserErrors, ...(diagnostics ?? [])];
  if (mistake) throw new Error(`Langium does not understand the bench script: ${mistake.message}`);
  return scene;
}
