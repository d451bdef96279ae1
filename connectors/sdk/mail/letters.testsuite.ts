/** Letters for the trials of whatever reads mail: a plain one, one in other scripts, and one that is not to be trusted. */
export const lunch = `From: Ana Silva <ana@example.com>
To: me@example.org
Subject: Lunch on Friday?
Date: Tue, 24 Nov 2026 09:30:00 +0100
Message-ID: <lunch@example.com>

Shall we have lunch on Friday?
Ana
`;

export const greeting = `From: =?UTF-8?B?15PXoNeZ?= <dani@example.net>
To: me@example.org
Subject: =?UTF-8?Q?=F0=9F=8E=82_=D7=99=D7=95=D7=9D_=D7=94=D7=95=D7=9C=D7=93=D7=AA?=
Date: Tue, 24 Nov 2026 23:59:59 -1200
Message-ID: <cake@example.net>
References: <first@example.net> <second@example.net>
Reply-To: Party <party@example.net>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

מזל טוב 🎉
`;

export const newsletter = `From: "Weekly, The" <news@shop.example>
To: me@example.org
Subject: This week
Date: not a date
List-Unsubscribe: <https://shop.example/out?u=1>, <mailto:out@shop.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>Buy <b>this</b> <img src="http://127.0.0.1:9/pixel.gif"></p>
--b
Content-Type: application/pdf; name="../offer.pdf"
Content-Disposition: attachment; filename="../offer.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--b--
`;

export const written = {
  to: ['known@example.com'],
  subject: 'Running late',
  body: 'Hi,\n\nI’ll be 10 minutes late.\n',
};
