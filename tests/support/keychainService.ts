import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A keychain of a Linux desktop for tests: just enough of a D-Bus session bus with KWallet on it, over a socket of its
// own. Chromium speaks to KWallet by itself, so the whole way from the program to the keychain is the real one. Neither
// a desktop nor a bus daemon has to be there, and the user's own keychain is never touched.

/** How the program is started so that it finds this keychain. */
export type KeychainService = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Loses what it kept, as a keychain that was reset. */
  forgetAll(): void;
  close(): Promise<void>;
};

const kinds = { call: 1, answer: 2, error: 3 } as const;
const fieldCodes = {
  path: 1,
  interface: 2,
  member: 3,
  errorName: 4,
  replySerial: 5,
  sender: 7,
  signature: 8,
};

type Value = string | number | boolean;
type Call = { readonly serial: number; readonly member: string; readonly words: readonly string[] };

/** Writes what a message is made of, each kind of value on its own boundary. */
class Writer {
  private bytes: number[] = [];

  align(to: number): void {
    while (this.bytes.length % to !== 0) this.bytes.push(0);
  }
  byte(value: number): void {
    this.bytes.push(value);
  }
  number(value: number): void {
    this.align(4);
    const four = Buffer.alloc(4);
    four.writeInt32LE(value | 0);
    this.bytes.push(...four);
  }
  text(value: string): void {
    const utf8 = Buffer.from(value, 'utf8');
    this.number(utf8.length);
    this.bytes.push(...utf8, 0);
  }
  signature(value: string): void {
    this.bytes.push(value.length, ...Buffer.from(value, 'latin1'), 0);
  }
  raw(value: Buffer): void {
    this.bytes.push(...value);
  }
  done(): Buffer {
    return Buffer.from(this.bytes);
  }
}

function signatureOf(value: Value): string {
  return typeof value === 'string' ? 's' : typeof value === 'boolean' ? 'b' : 'i';
}

function message(
  kind: number,
  serial: number,
  replyTo: number,
  values: readonly Value[],
  error = '',
): Buffer {
  const body = new Writer();
  for (const value of values) {
    if (typeof value === 'string') body.text(value);
    else body.number(Number(value));
  }
  const content = body.done();
  const fields = new Writer();
  const field = (code: number, signature: string, write: () => void): void => {
    fields.align(8);
    fields.byte(code);
    fields.signature(signature);
    write();
  };
  field(fieldCodes.replySerial, 'u', () => fields.number(replyTo));
  field(fieldCodes.sender, 's', () => fields.text('org.freedesktop.DBus'));
  if (error !== '') field(fieldCodes.errorName, 's', () => fields.text(error));
  if (values.length > 0)
    field(fieldCodes.signature, 'g', () => fields.signature(values.map(signatureOf).join('')));
  const list = fields.done();
  const whole = new Writer();
  for (const byte of ['l'.charCodeAt(0), kind, 1, 1]) whole.byte(byte);
  whole.number(content.length);
  whole.number(serial);
  whole.number(list.length);
  whole.raw(list);
  whole.align(8);
  whole.raw(content);
  return whole.done();
}

/** The texts of a body, its numbers left out: nothing here depends on a handle. */
function textsOf(body: Buffer, signature: string): string[] {
  const texts: string[] = [];
  let at = 0;
  const to = (boundary: number) => {
    at = Math.ceil(at / boundary) * boundary;
  };
  for (const kind of signature) {
    if (kind === 's' || kind === 'o') {
      to(4);
      const length = body.readUInt32LE(at);
      texts.push(body.toString('utf8', at + 4, at + 4 + length));
      at += 4 + length + 1;
    } else if (kind === 'x' || kind === 't') {
      to(8);
      at += 8;
    } else if (kind === 'i' || kind === 'u' || kind === 'b') {
      to(4);
      at += 4;
    } else break;
  }
  return texts;
}

/** The first whole message of what has come, and how long it is. */
function readCall(bytes: Buffer): { readonly length: number; readonly call: Call | null } | null {
  if (bytes.length < 16) return null;
  const bodyLength = bytes.readUInt32LE(4);
  const fieldsLength = bytes.readUInt32LE(12);
  const bodyAt = Math.ceil((16 + fieldsLength) / 8) * 8;
  const length = bodyAt + bodyLength;
  if (bytes.length < length) return null;
  let member = '';
  let signature = '';
  let at = 16;
  while (at < 16 + fieldsLength) {
    at = Math.ceil(at / 8) * 8;
    const code = bytes.readUInt8(at);
    const kind = bytes.toString('latin1', at + 2, at + 3);
    at += 4;
    if (kind === 'g') {
      const size = bytes.readUInt8(at);
      signature = bytes.toString('latin1', at + 1, at + 1 + size);
      at += size + 2;
    } else {
      at = Math.ceil(at / 4) * 4;
      const number = bytes.readUInt32LE(at);
      if (kind === 's' || kind === 'o') {
        if (code === fieldCodes.member) member = bytes.toString('utf8', at + 4, at + 4 + number);
        at += number + 1;
      }
      at += 4;
    }
  }
  const isCall = bytes.readUInt8(1) === kinds.call;
  const words = textsOf(bytes.subarray(bodyAt, length), signature);
  return { length, call: isCall ? { serial: bytes.readUInt32LE(8), member, words } : null };
}

/** Starts a keychain; the program is to be launched with its `args` and `env`. */
export async function startKeychainService(): Promise<KeychainService> {
  const folder = mkdtempSync(join(tmpdir(), 'kamerton-bus-'));
  const socketPath = join(folder, 'bus');
  const folders = new Set<string>();
  const entries = new Map<string, string>();

  const answerOf = ({ member, words }: Call): readonly Value[] | null => {
    const key = words.slice(0, 2).join('/');
    switch (member) {
      case 'Hello':
        return [':1.1'];
      case 'AddMatch':
      case 'RemoveMatch':
        return [];
      case 'isEnabled':
        return [true];
      case 'networkWallet':
        return ['kdewallet'];
      case 'open':
        return [1];
      case 'close':
        return [0];
      case 'hasFolder':
        return [folders.has(words[0] ?? '')];
      case 'createFolder':
        folders.add(words[0] ?? '');
        return [true];
      case 'hasEntry':
        return [entries.has(key)];
      case 'entryType':
        // A password.
        return [entries.has(key) ? 1 : 0];
      case 'readPassword':
        return [entries.get(key) ?? ''];
      case 'writePassword':
        entries.set(key, words[2] ?? '');
        return [0];
      default:
        return null;
    }
  };

  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let pending = Buffer.alloc(0);
    let greeted = false;
    let serial = 0;
    socket.on('data', (part) => {
      pending = Buffer.concat([pending, part]);
      while (!greeted) {
        const end = pending.indexOf('\r\n');
        if (end < 0) return;
        const line = pending.toString('latin1', 0, end).replaceAll('\0', '');
        pending = pending.subarray(end + 2);
        if (line.startsWith('AUTH EXTERNAL')) socket.write('OK 0123456789abcdef0123456789abcdef\r\n');
        else if (line === 'BEGIN') greeted = true;
        else socket.write('ERROR\r\n');
      }
      for (let read = readCall(pending); read !== null; read = readCall(pending)) {
        pending = pending.subarray(read.length);
        if (read.call === null) continue;
        serial += 1;
        const values = answerOf(read.call);
        socket.write(
          values === null
            ? message(kinds.error, serial, read.call.serial, [], 'org.freedesktop.DBus.Error.ServiceUnknown')
            : message(kinds.answer, serial, read.call.serial, values),
        );
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(socketPath, resolve);
  });
  return {
    args: ['--password-store=kwallet5'],
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketPath}` },
    forgetAll: () => entries.clear(),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
