import { writeFile } from 'node:fs/promises';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import type { Desk } from './desk.ts';
import { chooseSavePath, failureOf, noteExport, valueOf } from './fileCalls.ts';
import { words } from './words.ts';

/** Asks for a place and lets the vault write everything about a person there. Throws cancelled, or what the vault answers. */
export async function exportPersonData(
  desk: Desk,
  { id, language }: ParsedInputOf<'shell.exportPersonData'>,
): Promise<OutputOf<'shell.exportPersonData'>> {
  const say = words();
  const named = valueOf(await desk.vault().call('people.dataFileName', { id, language }, 'shell'));
  const path = await chooseSavePath(desk, {
    title: say.personDataTitle,
    name: vaultShellContract['people.dataFileName'].output.parse(named).fileName,
    kind: say.exportKind,
    extension: 'docx',
  });
  const written = valueOf(await desk.vault().call('people.writeData', { id, language, path }, 'shell'));
  const { jsonName } = vaultShellContract['people.writeData'].output.parse(written);
  return { fileName: noteExport(path), jsonName };
}

/** Asks for a place and writes a picture that the window drew. Throws cancelled, or what the disk says. */
export async function savePicture(
  desk: Desk,
  { name, png }: ParsedInputOf<'shell.savePicture'>,
): Promise<OutputOf<'shell.savePicture'>> {
  const say = words();
  const path = await chooseSavePath(desk, {
    title: say.savePictureTitle,
    name,
    kind: say.savePictureKind,
    extension: 'png',
  });
  try {
    await writeFile(path, Buffer.from(png, 'base64'));
  } catch (error) {
    throw failureOf(error);
  }
  return { fileName: noteExport(path) };
}
