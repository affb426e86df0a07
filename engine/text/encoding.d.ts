// The Encoding standard's two classes exist in every host we run in (Node, browser, worker), but belong to no
// ECMAScript library, and the engine is compiled without Node and DOM types on purpose.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input: Uint8Array): string;
}
declare class TextEncoder {
  encode(input: string): Uint8Array;
}
