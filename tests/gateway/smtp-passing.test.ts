import { afterEach, describe, expect, it } from "vitest";
import { type Proxied, startProxied } from "../support/gateway.js";

let open: Proxied | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const MESSAGE = "From: sender@corp.test\r\nTo: first@example.test\r\nSubject: hello\r\n\r\nbody\r\n";

describe("a message that passes", () => {
  it("arrives byte for byte, and its 250 is the next hop's", async () => {
    open = await startProxied();
    const client = await open.inData();
    client.send(`${MESSAGE}.\r\n`);
    expect(await client.reply()).toBe("250 2.0.0 queued as 7F3A");
    expect(open.hop.delivered).toEqual([{ from: "sender@corp.test", to: ["first@example.test"], bytes: Buffer.from(MESSAGE) }]);
    expect(open.judge.seen[0].bytes).toEqual(Buffer.from(MESSAGE));
    expect(await client.ask("QUIT")).toBe("221 2.0.0 Bye");
    expect(await client.rest()).toBe("");
  });
});
