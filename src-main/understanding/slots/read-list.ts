const NAMED = /\b(?:my|the|our|a|new|this)\s+((?:[\p{L}-]+\s+){0,3}?)list\b/iu;
const CALLED =
  /\blist\s+(?:called|named|of|for)\s+(?:my\s+|the\s+)?([\p{L}' -]+?)(?:\s+(?:please|and|with)\b|[.,!?]|$)/iu;
const GROCERIES = /\b(?:to|on|from|off)\s+(?:my\s+|the\s+)?(groceries|shopping|to-?dos?)\b/iu;
const PUT =
  /\b(?:add|put|include|append|write|need|buy|get|stick)\s+(.+?)\s+(?:to|on|onto|in|into)\s+(?:my|the|our|a)?\s*(?:[\p{L}-]+\s+){0,3}?(?:list|groceries|shopping)\b/iu;
const TAKEN =
  /\b(?:remove|delete|take|cross|scratch|erase|drop|tick|check|clear)\s+(?:off\s+)?(.+?)\s+(?:off|from|of|on)\s+(?:of\s+)?(?:my|the|our|a)?\s*(?:[\p{L}-]+\s+){0,3}?(?:list|groceries|shopping)\b/iu;
const BEHIND = /\blist\s*:\s*(.+)$/isu;
const NO_NAMES = /^(?:new|whole|entire|current|existing|same|last|first|other|all|my|the|of|to|on|in|from)$/iu;

/** The name of the list: “shopping” of “my shopping list”. */
export function readList(text: string): string | undefined {
  const todo = /\bto[- ]?do list\b/i.exec(text)?.[0].replace(/ list$/i, '');
  if (todo !== undefined) return todo;
  const before = NAMED.exec(text)?.[1]
    ?.trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !NO_NAMES.test(word))
    .join(' ');
  return before || CALLED.exec(text)?.[1]?.trim() || GROCERIES.exec(text)?.[1];
}

/** What is put on the list or taken off it, one by one. */
export function readItems(text: string): string[] | undefined {
  const found = BEHIND.exec(text)?.[1] ?? PUT.exec(text)?.[1] ?? TAKEN.exec(text)?.[1];
  const items = found
    ?.split(/\s*(?:,|;|\n|\band\b|&)\s*/iu)
    .map((item) =>
      item
        .replace(/^(?:some|the|a|an|more|[-•*])\s+/iu, '')
        .replace(/[.!?]+$/, '')
        .trim(),
    )
    .filter((item) => item !== '' && !/^(?:this|that|it|item|items|something)$/iu.test(item));
  return items === undefined || items.length === 0 ? undefined : items;
}
