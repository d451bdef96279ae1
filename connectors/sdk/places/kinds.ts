import { extensionOf } from '#connectors/sdk/places/place.ts';
import { t } from '#contract/language/t.ts';

type Kind = {
  readonly one: string;
  readonly many: string;
  readonly folder: string;
  readonly types: Readonly<Record<string, string>>;
};

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
const binary = 'application/octet-stream';

/** What a file is by the ending of its name, as the person calls it, with the media type that an email gives it. */
const kinds = {
  picture: {
    one: t`picture`,
    many: t`pictures`,
    folder: 'Pictures',
    types: {
      '.jpg': 'image/jpeg',
      '.jpeg': 'image/jpeg',
      '.png': 'image/png',
      '.gif': 'image/gif',
      '.webp': 'image/webp',
      '.heic': 'image/heic',
      '.heif': 'image/heif',
      '.avif': 'image/avif',
      '.tif': 'image/tiff',
      '.tiff': 'image/tiff',
      '.bmp': 'image/bmp',
      '.svg': 'image/svg+xml',
      '.dng': 'image/x-adobe-dng',
    },
  },
  video: {
    one: t`video`,
    many: t`videos`,
    folder: 'Videos',
    types: {
      '.mp4': 'video/mp4',
      '.m4v': 'video/mp4',
      '.mov': 'video/quicktime',
      '.webm': 'video/webm',
      '.mkv': 'video/x-matroska',
      '.avi': 'video/x-msvideo',
    },
  },
  music: {
    one: t`music file`,
    many: t`music files`,
    folder: 'Music',
    types: {
      '.mp3': 'audio/mpeg',
      '.m4a': 'audio/mp4',
      '.ogg': 'audio/ogg',
      '.opus': 'audio/ogg',
      '.flac': 'audio/flac',
      '.wav': 'audio/wav',
    },
  },
  pdf: { one: 'PDF', many: 'PDFs', folder: 'PDFs', types: { '.pdf': 'application/pdf' } },
  document: {
    one: t`document`,
    many: t`documents`,
    folder: 'Documents',
    types: {
      '.doc': 'application/msword',
      '.docx': `${office}.wordprocessingml.document`,
      '.odt': `${open}.text`,
      '.rtf': 'application/rtf',
      '.pages': 'application/vnd.apple.pages',
      '.txt': 'text/plain',
      '.md': 'text/markdown',
      '.html': 'text/html',
      '.htm': 'text/html',
      '.epub': 'application/epub+zip',
    },
  },
  spreadsheet: {
    one: t`spreadsheet`,
    many: t`spreadsheets`,
    folder: 'Spreadsheets',
    types: {
      '.xls': 'application/vnd.ms-excel',
      '.xlsx': `${office}.spreadsheetml.sheet`,
      '.ods': `${open}.spreadsheet`,
      '.numbers': 'application/vnd.apple.numbers',
      '.csv': 'text/csv',
      '.tsv': 'text/tab-separated-values',
    },
  },
  presentation: {
    one: t`presentation`,
    many: t`presentations`,
    folder: 'Presentations',
    types: {
      '.ppt': 'application/vnd.ms-powerpoint',
      '.pptx': `${office}.presentationml.presentation`,
      '.odp': `${open}.presentation`,
      '.key': 'application/vnd.apple.keynote',
    },
  },
  archive: {
    one: t`archive`,
    many: t`archives`,
    folder: 'Archives',
    types: {
      '.zip': 'application/zip',
      '.7z': 'application/x-7z-compressed',
      '.rar': 'application/vnd.rar',
      '.tar': 'application/x-tar',
      '.gz': 'application/gzip',
      '.tgz': 'application/gzip',
      '.xz': 'application/x-xz',
      '.bz2': 'application/x-bzip2',
    },
  },
  program: {
    one: t`program`,
    many: t`programs`,
    folder: 'Programs',
    types: {
      '.exe': binary,
      '.msi': binary,
      '.dmg': binary,
      '.pkg': binary,
      '.deb': binary,
      '.rpm': binary,
      '.appimage': binary,
      '.flatpakref': binary,
      '.iso': binary,
      '.apk': binary,
    },
  },
  other: { one: t`other file`, many: t`other files`, folder: 'Other', types: {} },
} as const satisfies Readonly<Record<string, Kind>>;

export type FileKind = keyof typeof kinds;
export const fileKinds = Object.keys(kinds) as [FileKind, ...FileKind[]];

const byExtension = new Map<string, { kind: FileKind; mediaType: string }>();
for (const [kind, { types }] of Object.entries(kinds) as [FileKind, Kind][]) {
  for (const [extension, mediaType] of Object.entries(types)) byExtension.set(extension, { kind, mediaType });
}

export const kindOf = (name: string): FileKind => byExtension.get(extensionOf(name))?.kind ?? 'other';
export const mediaTypeOf = (name: string): string => byExtension.get(extensionOf(name))?.mediaType ?? binary;
/** The folder that files of this kind are sorted into. */
export const folderForKind = (kind: FileKind): string => kinds[kind].folder;
export const sayKind = (kind: FileKind, count = 1): string => (count === 1 ? kinds[kind].one : kinds[kind].many);
