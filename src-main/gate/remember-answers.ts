/**
 * A pure function that answers the same question again from memory. The whole question is the key, so that nothing
 * that an answer depends on can be missed; the questions that were not asked for longest are forgotten.
 */
export function rememberAnswers<Question extends object, Answer>(
  answer: (question: Question) => Answer,
  atMost: number,
): (question: Question) => Answer {
  const answers = new Map<string, Answer>();
  return (question) => {
    const key = JSON.stringify(question);
    const known = answers.get(key);
    const given = known ?? answer(question);
    answers.delete(key);
    answers.set(key, given);
    const [oldest] = answers.keys();
    if (answers.size > atMost && oldest !== undefined) answers.delete(oldest);
    return given;
  };
}
