/** What crosses between the main thread and the one that decodes pictures. */
export interface PixelsQuestion {
  readonly format: "jbig2" | "jp2";
  readonly bytes: Uint8Array;
}

/** Eight bits a component, row by row. */
export interface Decoded {
  readonly kind: "decoded";
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly bytes: Uint8Array;
}

export type PixelsAnswer = Decoded | { readonly kind: "failure" };
