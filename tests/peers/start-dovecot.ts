import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findPort } from '#tests/peers/find-port.ts';
import { haveOrInstall } from '#tests/peers/install-packages.ts';

/** A mail server of its own, on this computer alone; anybody may sign in with the password. */
export type Dovecot = {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** With encryption, and a certificate that nobody vouches for. */
  readonly tlsPort: number;
  readonly password: string;
  /** From the next sign-in on, as if the person had revoked it at the service. */
  changePassword(password: string): void;
  /** Puts emails into an inbox as a delivery does, past IMAP, one a minute; the account has been signed in to before. */
  deliver(address: string, emails: Iterable<string>): void;
  stop(): Promise<void>;
};

const FIRST_DELIVERY_SECONDS = Date.UTC(2026, 0, 1) / 1000;

export const haveDovecot = (): boolean =>
  process.platform === 'linux' &&
  haveOrInstall(['/usr/sbin/dovecot', '/usr/bin/openssl'], ['dovecot-imapd', 'openssl']);

/** Starts Debian's Dovecot as a process of the test, with its own settings, mail and log in a folder of its own. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
  const [port, tlsPort] = [await findPort(), await findPort()];
  const changePassword = (password: string) => {
    writeFileSync(join(folder, 'dovecot.conf'), settingsFor(folder, { port, tlsPort, password }));
  };
  const password = 'app-password-of-the-test';
  changePassword(password);
  for (const name of ['run', 'mail']) mkdirSync(join(folder, name), { recursive: true });
  for (const path of [folder, join(folder, 'mail')]) chmodSync(path, 0o777);
  execFileSync(
    'openssl',
    'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mail.test -keyout key.pem -out cert.pem'.split(' '),
    { cwd: folder, stdio: 'ignore' },
  );
  const server = spawn('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await untilAnswers(port, server, join(folder, 'log'));
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    password,
    changePassword(next) {
      changePassword(next);
      execFileSync('/usr/bin/doveadm', ['-c', join(folder, 'dovecot.conf'), 'reload'], { stdio: 'ignore' });
    },
    deliver(address, emails) {
      let n = 0;
      for (const email of emails) {
        n += 1;
        const file = join(folder, 'mail', address, 'new', `${Date.now()}.M${n}P${process.pid}.here`);
        writeFileSync(file, email);
        const at = FIRST_DELIVERY_SECONDS + n * 60;
        utimesSync(file, at, at);
      }
    },
    stop: () => stop(server, folder),
  };
}

function settingsFor(folder: string, { port, tlsPort, password }: { port: number; tlsPort: number; password: string }) {
  const isRoot = process.getuid?.() === 0;
  const { username } = userInfo();
  const mailUser = isRoot ? 'nobody' : username;
  const own = isRoot ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`;
  return `
base_dir = ${folder}/run
log_path = ${folder}/log
listen = 127.0.0.1
protocols = imap
${own}
first_valid_uid = 1
disable_plaintext_auth = no
auth_failure_delay = 0
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${folder}/mail/%u
# Each trial looks at the mail at once after a change that another process made.
mailbox_list_index = no
maildir_very_dirty_syncs = no
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${mailUser} gid=${isRoot ? 'nogroup' : String(process.getgid?.())} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
  # A wrong password makes nobody wait here.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Archive {
    auto = subscribe
    special_use = \\Archive
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
  mailbox Newsletters {
    auto = subscribe
  }
}
`;
}

async function untilAnswers(port: number, server: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`Dovecot ended: ${readFileSync(log, 'utf8')}`);
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Dovecot does not answer: ${readFileSync(log, 'utf8')}`);
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(!socket.destroy().connecting)).once('error', () => resolve(false));
  });

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.exitCode === null) {
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
