import type { Response } from 'express';

/** Pages hold no script and fetch nothing; only Tandem itself may frame one, to print it. */
const POLICIES = {
  'application/pdf': "frame-ancestors 'self'",
  'text/html; charset=utf-8':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
} as const;

interface FileParts {
  mediaType: keyof typeof POLICIES;
  bytes: Buffer;
  /** Offered when the reader saves it. Holds no name of a patient: folders are shared. */
  fileName: string;
}

/** An answer that is a file to look at or to print, in place of JSON. It is about a patient: never kept by a browser. */
export class RenderedFile {
  readonly parts: FileParts;

  constructor(parts: FileParts) {
    this.parts = parts;
  }

  sendTo(response: Response): void {
    const { mediaType, bytes, fileName } = this.parts;
    response.statusCode = 200;
    response.setHeader('Content-Type', mediaType);
    response.setHeader('Content-Length', bytes.byteLength);
    response.setHeader('Content-Disposition', `inline; filename="${fileName}"`);
    response.setHeader('Content-Security-Policy', POLICIES[mediaType]);
    response.setHeader('X-Frame-Options', 'SAMEORIGIN');
    response.setHeader('Cache-Control', 'no-store, private');
    response.end(bytes);
  }
}
