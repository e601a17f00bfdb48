/** Office documents sealed with a password: opened where one of the given ones fits, listed as encrypted where none does. */
import { type CompoundFile, isCompoundFile, readCompoundFile } from "../bytes/cfb.js";
import { openSealedPackage } from "../bytes/office-crypto.js";
import type { Artifact, ExtractContext, Extractor, Unscanned } from "../contract.js";

/** What Excel seals read-only workbooks with by itself, and opens without asking ([MS-OFFCRYPTO] 4.2's note; MS-XLS 2.4.117). */
const DEFAULT_PASSWORD = "VelvetSweatshop";

export const sealedOfficeExtractor: Extractor = {
  id: "sealed-office",
  identify: (bytes) => (isCompoundFile(bytes) && streams(readCompoundFile(bytes)) !== undefined ? "ooxml-encrypted" : undefined),
  *extract({ at, name, bytes }: Artifact, { budget, passwords = [] }: ExtractContext): Generator<Artifact | Unscanned> {
    const sealed = streams(readCompoundFile(bytes));
    for (const password of sealed === undefined ? [] : [DEFAULT_PASSWORD, ...passwords]) {
      const inside = sealed && openSealedPackage(sealed.info, sealed.content, password, budget);
      if (inside === undefined) continue;
      yield { kind: "artifact", at: [...at, { kind: "entry", name: "EncryptedPackage" }], name, bytes: inside };
      return;
    }
    yield { kind: "unscanned", at, reason: "encrypted", detail: "It is an Office document sealed with a password." };
  },
};

function streams({ root }: CompoundFile): { info: Uint8Array; content: Uint8Array } | undefined {
  const [info, content] = [root.find("EncryptionInfo"), root.find("EncryptedPackage")];
  return info?.kind === "stream" && content?.kind === "stream" ? { info: info.read().bytes, content: content.read().bytes } : undefined;
}
