/** What secretlint's rules cost is paid by texts that hold something of the form of a secret, and by no others. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { secrets } from "../../detectors/secrets.js";
import { detectText } from "../support/detect-text.js";
import { codeText, mixedText } from "../support/generated-text.js";

const asked = vi.hoisted(() => vi.fn<(piece: string) => readonly unknown[]>(() => []));
vi.mock("../../detectors/shared/secretlint.js", () => ({ askSecretlint: asked }));

describe("secretlint's rules", () => {
  beforeEach(() => {
    asked.mockClear();
  });
  it.each([
    ["code, lockfiles and logs", codeText(500_000)],
    ["prose and people's details", mixedText(500_000)],
    ["settings with passwords", "DB_PASSWORD=Kaminari7#\nAPI_KEY=q7Zt0LmX4vNc82RkYw5HbE1s\nパスワード：sakura2391\n"],
  ])("are not asked about %s", (_case, text) => {
    detectText(secrets, text);
    expect(asked).not.toHaveBeenCalled();
  });
  it("are asked about a token, and about no more than it", () => {
    const token = `ghp_${"aB3dE5fG7hI9".repeat(3)}`;
    detectText(secrets, `${"word ".repeat(1000)}GH=${token} ${"word ".repeat(1000)}`);
    expect(asked.mock.calls).toEqual([[token]]);
  });
});
