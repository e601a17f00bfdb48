import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { connect as connectTls, createServer as createTlsServer, TLSSocket } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { fakeJudge, type Proxied, startProxied } from "../support/gateway.js";
import { rawClient, type RawClient } from "../support/smtp.js";

const CERT = "tests/support/tls/cert.pem";
const KEY = "tests/support/tls/key.pem";
const MESSAGE = "Subject: hello\r\n\r\n.body\r\n";

let open: Proxied | undefined;
const servers: Server[] = [];
afterEach(async () => {
  await open?.close();
  open = undefined;
  for (const server of servers.splice(0)) server.close();
});

async function startTls(client: RawClient): Promise<RawClient> {
  await client.ask("EHLO client.test");
  expect(await client.ask("STARTTLS")).toBe("220 2.0.0 Ready to start TLS");
  client.socket.removeAllListeners("data");
  const secure = connectTls({ socket: client.socket, rejectUnauthorized: false });
  await once(secure, "secureConnect");
  return rawClient(secure);
}

describe("STARTTLS of clients", () => {
  const TLS = { tls: { cert: CERT, key: KEY } };

  it("is offered until it is done, and a message goes through it", async () => {
    open = await startProxied({}, fakeJudge(), TLS);
    const plain = await open.client();
    expect(await plain.ask("EHLO client.test")).toMatch(/^250[ -]STARTTLS$/mu);
    const client = await startTls(plain);
    expect(await client.ask("DATA")).toBe("503 5.5.1 MAIL first");
    expect(await client.ask("EHLO client.test")).not.toMatch(/STARTTLS/u);
    for (const line of ["MAIL FROM:<sender@corp.test>", "RCPT TO:<first@example.test>", "DATA"]) expect(await client.ask(line)).toMatch(/^[23]/u);
    client.send(MESSAGE.replace("\n.", "\n.."));
    expect(await client.ask(".")).toBe("250 2.0.0 queued as 7F3A");
    expect(open.hop.delivered[0].bytes.toString()).toBe(MESSAGE);
    expect(await client.ask("STARTTLS")).toBe("503 5.5.1 STARTTLS is not offered");
    client.close();
  });

  it("with commands behind it in the clear is refused: they could be anybody's", async () => {
    open = await startProxied({}, fakeJudge(), TLS);
    const client = await open.client();
    await client.ask("EHLO client.test");
    client.send("STARTTLS\r\nMAIL FROM:<evil@corp.test>\r\n");
    expect(await client.rest()).toMatch(/^554 5\.5\.1/u);
    expect(open.hop.lines.filter((line) => line.startsWith("MAIL"))).toEqual([]);
  });

  it("forgets what was said before it", async () => {
    open = await startProxied({}, fakeJudge(), TLS);
    const plain = await open.client();
    await plain.ask("EHLO client.test");
    await plain.ask("MAIL FROM:<evil@corp.test>");
    const client = await startTls(plain);
    expect(await client.ask("DATA")).toBe("503 5.5.1 MAIL first");
    expect(open.hop.lines.at(-1)).toBe("RSET");
    client.close();
  });

  it("that is followed by no TLS ends the connection", async () => {
    open = await startProxied({}, fakeJudge(), TLS);
    const client = await open.client();
    await client.ask("EHLO client.test");
    await client.ask("STARTTLS");
    client.send("MAIL FROM:<evil@corp.test>\r\n");
    await client.rest();
    expect(open.hop.lines.filter((line) => line.startsWith("MAIL"))).toEqual([]);
  });

  it("with a certificate that is not there is refused at the start", async () => {
    await expect(startProxied({}, fakeJudge(), { tls: { cert: "/nowhere.pem", key: KEY } })).rejects.toThrow(/gateway\.smtp\.tls.*ENOENT/u);
  });
});

/** A next hop that takes everything; `how` it does TLS. */
async function secureHop(how: "starttls" | "implicit" | "none" | "broken" | "injecting"): Promise<{ readonly port: number; readonly seen: string[] }> {
  const seen: string[] = [];
  const talk = (socket: Socket, name: string): void => {
    let inData = false;
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      for (const line of chunk.toString("latin1").split("\r\n").slice(0, -1)) {
        seen.push(`${name} ${line}`);
        if (inData) {
          if (line === ".") {
            inData = false;
            socket.write("250 2.0.0 taken\r\n");
          }
        } else if (line.startsWith("EHLO")) socket.write(name === "plain" && how !== "none" ? "250-hop\r\n250 STARTTLS\r\n" : "250-hop\r\n250 AUTH LOGIN PLAIN\r\n");
        else if (line === "STARTTLS") {
          socket.removeAllListeners("data");
          socket.write(how === "injecting" ? "220 go\r\n250 2.0.0 injected\r\n" : "220 go\r\n");
          if (how === "broken") socket.write("no TLS at all\r\n");
          else talk(new TLSSocket(socket, { isServer: true, cert: readFileSync(CERT), key: readFileSync(KEY) }), "secure");
          return;
        } else if (line === "DATA") {
          inData = true;
          socket.write("354 go\r\n");
        } else socket.write(line.startsWith("AUTH") ? "235 2.7.0 welcome\r\n" : "250 2.0.0 fine\r\n");
      }
    });
  };
  const server = how === "implicit"
    ? createTlsServer({ cert: readFileSync(CERT), key: readFileSync(KEY) }, (socket) => { socket.write("220 hop\r\n"); talk(socket, "secure"); })
    : createServer((socket) => { socket.write("220 hop\r\n"); talk(socket, "plain"); });
  server.on("tlsClientError", () => undefined);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, seen };
}

describe("TLS to the next hop", () => {
  const through = async (how: Parameters<typeof secureHop>[0], tls: "opportunistic" | "required" | "implicit", more: object = {}): Promise<{ readonly last: string; readonly seen: string[] }> => {
    const { port, seen } = await secureHop(how);
    open = await startProxied({}, fakeJudge(), { nextHop: { at: { host: "localhost", port }, tls, ...more }, timeouts: { tls: 2000, command: 2000 } });
    const client = rawClient(connect({ host: "127.0.0.1", port: Number(/\d+$/u.exec(open.proxy.address)?.[0]) }));
    let last = await client.reply();
    for (const line of ["EHLO client.test", "MAIL FROM:<sender@corp.test>", "RCPT TO:<first@example.test>", "DATA", `${MESSAGE}\r\n.`]) if (/^[23]/u.test(last)) last = await client.ask(line);
    client.close();
    return { last, seen };
  };
  const TAKEN = "250 2.0.0 taken";
  const NO = "421 4.4.1 The next mail server cannot be reached; try again";

  it.each<readonly [string, ...Parameters<typeof through>, string]>([
    ["opportunistic, offered", "starttls", "opportunistic", {}, TAKEN],
    ["opportunistic, not offered", "none", "opportunistic", {}, TAKEN],
    ["opportunistic, broken", "broken", "opportunistic", {}, TAKEN],
    ["required, with a certificate to be trusted", "starttls", "required", { ca: CERT }, TAKEN],
    ["required, with a certificate of nobody known", "starttls", "required", {}, NO],
    ["required, not offered", "none", "required", { ca: CERT }, NO],
    ["required, broken", "broken", "required", { ca: CERT }, NO],
    ["required, with a reply in the clear behind it", "injecting", "required", { ca: CERT }, NO],
    ["implicit", "implicit", "implicit", { ca: CERT }, TAKEN],
    ["implicit, with a certificate of nobody known", "implicit", "implicit", {}, NO],
    ["required, with authorities that cannot be read", "starttls", "required", { ca: "/nowhere.pem" }, NO],
  ])("%s", async (name, how, tls, more, expected) => {
    const { last, seen } = await through(how, tls, more);
    expect(last).toBe(expected);
    const mail = seen.filter((line) => / (?:MAIL|RCPT|DATA|Subject)/u.test(line)).map((line) => line.split(" ")[0]);
    if (expected === NO) expect(mail).toEqual([]);
    else expect(new Set(mail)).toEqual(new Set([name.includes("not offered") || name.includes("broken") ? "plain" : "secure"]));
  });

  it("our own password goes there over TLS, and clients are offered no AUTH", async () => {
    const { last, seen } = await through("starttls", "required", { ca: CERT, auth: { user: "gate", password: "s3cret" } });
    expect(last).toBe(TAKEN);
    expect(seen).toContain(`secure AUTH PLAIN ${Buffer.from("\0gate\0s3cret").toString("base64")}`);
    expect(JSON.stringify(open?.log.lines)).not.toContain("s3cret");
  });
});
