/** Addresses and numbers behind links. */

export const isContact = (href: string): boolean => /^\s{0,99}(?:mailto|tel|sms|callto):/iu.test(href);

export function decodeContact(href: string): string {
  const written = href.slice(href.indexOf(":") + 1).trim();
  try {
    return decodeURIComponent(written);
  } catch (error) {
    // A percent sign that encodes nothing: it is read as it is written.
    if (!(error instanceof URIError)) throw error;
    return written;
  }
}
