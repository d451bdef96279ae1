/** The first of the people at Google on this computer. */
export const ANA = 'person-1@example.org';

/** What the person does in the browser: chooses their account on Google's page, and is sent back. */
export async function signInAs(url: string, address = ANA): Promise<string> {
  const page = await (await fetch(url)).text();
  const form =
    [...page.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes(`"${address}"`)) ??
    '';
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    decoded(value),
  ]);
  const answered = await fetch(new URL(action, url), {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return answered.headers.get('location') ?? '';
}
const decoded = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
