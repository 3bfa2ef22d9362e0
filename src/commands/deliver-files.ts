import { Delivery } from '../delivery/delivery.ts';
import type { Format, ManifestJob } from '../delivery/manifest.ts';
import { sha256Of } from '../delivery/sha256.ts';
import { Findings } from '../diagnostics/findings.ts';
import type { Setting } from './setting.ts';

/** A file to be put in its place. */
interface DeliveredFile {
  /** From the folder, with `/` and ending. */
  readonly path: string;
  readonly format: Format;
  readonly content: Uint8Array;
  readonly pages: number | null;
}

/** Puts files that were made over several plans into a folder, all or none; false with the reason reported. */
export async function deliverFiles(
  files: readonly DeliveredFile[],
  folder: string,
  title: string,
  findings: Findings,
  { disk, builder }: Pick<Setting, 'disk' | 'builder'>,
): Promise<boolean> {
  const delivering = new Findings();
  const delivery = await Delivery.open({ disk, folder, builder, shard: null }, delivering);
  const jobs = files.map(({ path, format, content, pages }): ManifestJob<'print'> => {
    const file = { path, format, bytes: content.length, sha256: sha256Of(content), pages };
    delivery?.stage(path, content, file.sha256);
    return { id: `print/${path}`, kind: 'print', title, village: null, files: [file] };
  });
  const plan = { id: title, title, documentNumber: '' };
  const done =
    delivery !== null && (await delivery.commit({ schema: 1, plan, jobs, findings: findings.sorted() }));
  findings.add(delivering.sorted());
  return done;
}
