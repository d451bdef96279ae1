const SENDERS = 400;
const WORDS = 'lunch invoice garden train meeting school photos order window letter'.split(' ');

/** Emails as they come: a head of some lines, a text, and a file with every tenth. */
export function* madeUpEmails(count: number): Generator<string> {
  const start = Date.UTC(2024, 0, 1);
  for (let n = 1; n <= count; n += 1) {
    const word = WORDS[n % WORDS.length] ?? '';
    const sender = n % SENDERS;
    const head = [
      'Return-Path: <bounce@example.com>',
      `Received: from mx.example.com by here; ${new Date(start + n * 3_600_000).toUTCString()}`,
      `Message-ID: <made-up-${n}@example.com>`,
      `Date: ${new Date(start + n * 3_600_000).toUTCString()}`,
      `From: Person ${sender} <person-${sender}@example.com>`,
      'To: Me <me@example.org>',
      `Subject: About the ${word}, number ${n}`,
      'MIME-Version: 1.0',
    ];
    const text = `Hello,\r\n\r\n${`This is about the ${word}. `.repeat(20)}\r\n`;
    const body =
      n % 10 === 0
        ? [
            'Content-Type: multipart/mixed; boundary="b"',
            '',
            `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
            `--b\r\nContent-Type: application/pdf; name="${word}.pdf"\r\nContent-Disposition: attachment; filename="${word}.pdf"\r\n\r\n%PDF\r\n--b--\r\n`,
          ]
        : ['Content-Type: text/plain; charset=utf-8', '', text];
    yield [...head, ...body].join('\r\n');
  }
}
