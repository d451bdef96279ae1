import { blanked, type Place } from '#main/understanding/slots/places.ts';

const POLITE =
  /^(?:(?:hey|hi|ok|okay|please|kindly|just|also|then|and|olly|alexa|siri|google|could you|can you|would you|will you|i want to|i need to|i would like to|i'd like to|i want you to|let's|can i|could i)[\s,]+)+/iu;
const VERB =
  /^(?:add|put|set(?: up)?|schedule|create|make|book|cancel|delete|remove|move|push|shift|reschedule|postpone|bring forward|change|rename|remind me(?: (?:to|about|of|that))?|show(?: me)?|tell me(?: about)?|what(?:'s| is| are)(?: on)?|when(?:'s| is| are)|where(?:'s| is)|find(?: me)?|look up|check|plan|organi[sz]e|arrange|write|draft|send|pay|renew|order|buy|get|clear|mark|note|block|start|play|turn (?:on|off)|prepare)\s+/iu;
const ARTICLE =
  /^(?:(?:a|an|the|my|our|an? event|an? appointment|an? reminder|an? alarm)\s+)+(?:(?:for|to|about|called|named|of)\s+)?/iu;
const TAIL =
  /(?:\s+(?:to|from|in|on|into|off)\s+(?:my|the)\s+(?:calendar|diary|schedule|agenda))?(?:\s+(?:on|at|for|by|from|to|until|in|of|every|and|the|please|thanks|thank you))*\s*[.,!?;]*$/iu;
const LONGEST = 120;

/** What a goal is about in a few words: “dentist” of “please put the dentist on Friday at 3”. */
export function readThing(text: string, places: readonly Place[]): string | undefined {
  const words = blanked(text, places).replace(/\s+/g, ' ').trim();
  const plain = words.replace(POLITE, '').replace(VERB, '').replace(ARTICLE, '').replace(TAIL, '').trim();
  return plain === '' || plain.length > LONGEST ? undefined : plain;
}
